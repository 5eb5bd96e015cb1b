package dev.vitrine.bench.hello;

import io.quarkus.funqy.Funq;
import java.util.Map;

/// Answers a constant: what is left is the cost of the framework.
public class Hello {
    @Funq("hello")
    public String hello(Map<String, Object> event) {
        return "hello";
    }
}
