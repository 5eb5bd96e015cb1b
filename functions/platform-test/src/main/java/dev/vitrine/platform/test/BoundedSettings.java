package dev.vitrine.platform.test;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.WithName;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Every number and every duration that a deployment may set has bounds, and one out of them is refused with the
/// setting's name when the function starts: mappings are read then. Each is tried with what none can be.
final class BoundedSettings {
    private static final Set<String> NUMBERS = Set.of("int", "long", "short", "double", "float");
    private static final int QUARKUS_PRIORITY = 200;

    private BoundedSettings() {}

    /// @return what is wrong, in sentences; nothing when nothing is
    static List<String> broken(JavaClasses house) {
        return house.stream()
                .filter(each -> each.isAnnotatedWith(ConfigMapping.class))
                .flatMap(each -> broken(each.reflect()).stream())
                .sorted()
                .toList();
    }

    private static List<String> broken(Class<?> mapping) {
        var broken = new ArrayList<String>();
        for (var method : mapping.getDeclaredMethods()) {
            if (!method.isDefault() && method.getParameterCount() == 0) {
                var key = mapping.getAnnotation(ConfigMapping.class).prefix() + "." + name(method);
                extremes(method).forEach(extreme -> taken(mapping, key, extreme)
                        .ifPresent(how -> broken.add(key + " " + how + " " + extreme)));
            }
        }
        return broken;
    }

    private static String name(Method method) {
        return method.isAnnotationPresent(WithName.class)
                ? method.getAnnotation(WithName.class).value()
                : StringUtil.skewer(method.getName());
    }

    /// The type's name tells those in an `Optional` or a list as well.
    private static List<String> extremes(Method method) {
        var type = method.getGenericReturnType().getTypeName();
        if (type.contains(Duration.class.getName())) {
            return List.of("-PT1S", "P36600D");
        }
        return NUMBERS.contains(type) || type.contains("java.lang.Integer") || type.contains("java.lang.Long")
                ? List.of("-1", Integer.toString(Integer.MAX_VALUE))
                : List.of();
    }

    private static Optional<String> taken(Class<?> mapping, String key, String value) {
        try {
            new SmallRyeConfigBuilder()
                    .withConverter(Duration.class, QUARKUS_PRIORITY, new DurationConverter())
                    .withMapping(mapping)
                    .withDefaultValue(key, value)
                    .build()
                    .getConfigMapping(mapping);
            return Optional.of("takes");
        } catch (ConfigValidationException refused) {
            var message = refused.getMessage();
            return message.contains(key) && message.contains("must be ")
                    ? Optional.empty()
                    : Optional.of("does not say why it refuses");
        }
    }
}
