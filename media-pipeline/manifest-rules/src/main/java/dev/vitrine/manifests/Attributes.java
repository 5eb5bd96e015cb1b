package dev.vitrine.manifests;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The attribute list of a tag (RFC 8216bis, 4.2), read strictly.
record Attributes(Map<String, String> values) {
    private static final Pattern ONE = Pattern.compile("([A-Z0-9-]+)=(\"[^\"\\r\\n]*\"|[^\",\\s]+)(,|$)");

    static Attributes parse(String list) {
        Map<String, String> values = new LinkedHashMap<>();
        Matcher each = ONE.matcher(list);
        int at = 0;
        while (at < list.length()) {
            if (!each.find(at) || each.start() != at) {
                throw new BrokenRule("4.2", "no attribute list from \"" + list.substring(at) + "\" on");
            }
            if (values.put(each.group(1), each.group(2)) != null) {
                throw new BrokenRule("4.2", each.group(1) + " stands twice");
            }
            at = each.end();
        }
        if (list.isEmpty() || list.endsWith(",")) {
            throw new BrokenRule("4.2", "an attribute list is empty, or ends with a comma");
        }
        return new Attributes(values);
    }

    /// A value in quotes, without them.
    Optional<String> quoted(String name) {
        return value(name).map(value -> {
            if (!value.startsWith("\"")) {
                throw new BrokenRule("4.2", name + " is to be quoted");
            }
            return value.substring(1, value.length() - 1);
        });
    }

    Optional<Double> number(String name) {
        return value(name).map(value -> {
            if (!value.matches("\\d+(\\.\\d+)?")) {
                throw new BrokenRule("4.2", name + " is no number: " + value);
            }
            return Double.parseDouble(value);
        });
    }

    boolean yes(String name) {
        return value(name)
                .map(value -> {
                    if (!value.equals("YES") && !value.equals("NO")) {
                        throw new BrokenRule("4.2", name + " is YES or NO: " + value);
                    }
                    return value.equals("YES");
                })
                .orElse(false);
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name));
    }

    String required(String tag, String name) {
        return value(name).orElseThrow(() -> new BrokenRule(tag, name + " is required"));
    }
}
