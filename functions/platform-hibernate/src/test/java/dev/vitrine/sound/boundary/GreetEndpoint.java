package dev.vitrine.sound.boundary;

import dev.vitrine.platform.edge.HttpAnswer;
import dev.vitrine.sound.control.Greet;

/// A trigger.
public class GreetEndpoint {
    public HttpAnswer answer() {
        return HttpAnswer.text("text/plain", new Greet().run());
    }
}
