package dev.vitrine.local.catalog;

import java.util.List;

/// The catalog cannot be used; each problem is one line `file:line: key: what is wrong`.
public final class InvalidCatalog extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    InvalidCatalog(List<String> problems) {
        super(String.join(System.lineSeparator(), problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() {
        return problems;
    }
}
