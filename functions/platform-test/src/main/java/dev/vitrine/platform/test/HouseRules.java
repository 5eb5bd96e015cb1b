package dev.vitrine.platform.test;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.ArrayList;
import java.util.List;

/// The layering of the house, for one capability. Its layers may stand once, or once a topic:
/// `dev.vitrine.ledger.entity`, `dev.vitrine.ledger.gifts.entity`.
///
/// @param capability the package below `dev.vitrine`
/// @param alsoKnownToRules packages that entities may use beside the JDK and the shared model
public record HouseRules(String capability, List<String> alsoKnownToRules) {
    private static final String[] DRIVER = {
        "io.vertx.sqlclient..", "io.vertx.mutiny.sqlclient..", "io.vertx.pgclient..", "io.vertx.mutiny.pgclient.."
    };
    private static final String[] MAPPING = {"org.hibernate..", "jakarta.persistence.."};
    private static final String ASKING = "change|text|all|first|one";
    private static final String PLAIN_SQL = "dev.vitrine.platform.sql.PlainSql";

    public HouseRules {
        alsoKnownToRules = List.copyOf(alsoKnownToRules);
    }

    public static HouseRules of(String capability, String... alsoKnownToRules) {
        return new HouseRules(capability, List.of(alsoKnownToRules));
    }

    /// No framework, no store, and nothing that happens later: no `Uni`.
    public ArchRule rulesKnowNoFramework() {
        var known = new ArrayList<>(List.of("java..", "javax.crypto..", "dev.vitrine.model..", layer("entity")));
        known.addAll(alsoKnownToRules);
        return classes()
                .that()
                .resideInAPackage(layer("entity"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(known.toArray(String[]::new))
                .allowEmptyShould(true);
    }

    public ArchRule triggersDoNotTouchTheStore() {
        return noClasses()
                .that()
                .resideInAPackage(layer("boundary"))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(layer("store"))
                .allowEmptyShould(true);
    }

    public ArchRule useCasesKnowNoTriggerAndNoSdk() {
        return noClasses()
                .that()
                .resideInAPackage(layer("control"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        layer("boundary"),
                        layer("wiring"),
                        "dev.vitrine.platform.edge..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "dev.vitrine.pipeline.local..")
                .allowEmptyShould(true);
    }

    public ArchRule storesDecideNothing() {
        return noClasses()
                .that()
                .resideInAPackage(layer("store"))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        layer("boundary"),
                        layer("control"),
                        layer("wiring"),
                        "dev.vitrine.platform.edge..",
                        "dev.vitrine.pipeline.local..",
                        "com.amazonaws..")
                .allowEmptyShould(true);
    }

    /// The driver is the store's alone.
    public ArchRule theDriverStaysInTheStore() {
        return noClasses()
                .that(residing().and(not(resideInAPackage(layer("store")))))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(DRIVER)
                .allowEmptyShould(true);
    }

    /// Use cases open transactions and hand them on; only stores ask a session or a connection anything.
    public ArchRule onlyStoresAskTheDatabase() {
        return noClasses()
                .that(residing().and(not(resideInAPackage(layer("store")))))
                .should()
                .callMethodWhere(target(owner(resideInAPackage("org.hibernate.."))))
                .orShould()
                .callMethodWhere(target(owner(assignableTo(PLAIN_SQL))).and(target(nameMatching(ASKING))))
                .allowEmptyShould(true);
    }

    /// What capabilities tell each other they tell by events, and by the typed records of a door.
    public ArchRule noCapabilityKnowsAnother() {
        return noClasses()
                .that(residing())
                .should()
                .dependOnClassesThat(resideInAPackage("dev.vitrine..")
                        .and(not(resideInAnyPackage(
                                all(),
                                "dev.vitrine.model..",
                                "dev.vitrine.event..",
                                "dev.vitrine.pipeline..",
                                "dev.vitrine.platform..",
                                "dev.vitrine.*.event..",
                                "dev.vitrine.*.door.."))))
                .allowEmptyShould(true);
    }

    /// For capabilities over the plain driver.
    public ArchRule theDatabaseIsSpokenToWithoutHibernate() {
        return noClasses()
                .that(residing())
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(MAPPING)
                .orShould()
                .dependOnClassesThat()
                .resideInAPackage("dev.vitrine.platform.hibernate..")
                .allowEmptyShould(true);
    }

    /// For capabilities without a schema.
    public ArchRule noDatabaseIsCarried() {
        return noClasses()
                .that(residing())
                .should()
                .dependOnClassesThat(resideInAnyPackage(DRIVER)
                        .or(resideInAnyPackage(MAPPING))
                        .or(resideInAnyPackage("dev.vitrine.platform.sql..", "dev.vitrine.platform.hibernate..")))
                .allowEmptyShould(true);
    }

    public static ArchRule thePlatformKnowsNoCapability() {
        return noClasses()
                .that()
                .resideInAPackage("dev.vitrine.platform..")
                .should()
                .dependOnClassesThat(resideInAPackage("dev.vitrine..")
                        .and(not(resideInAnyPackage(
                                "dev.vitrine.model..", "dev.vitrine.event..", "dev.vitrine.platform.."))))
                .allowEmptyShould(true);
    }

    /// Statements, outbox and requests are written once.
    public static ArchRule thePlatformAsksTheDatabaseInOnePlace() {
        return noClasses()
                .that(resideInAPackage("dev.vitrine.platform..")
                        .and(not(resideInAnyPackage("dev.vitrine.platform.sql..", "dev.vitrine.platform.hibernate.."))))
                .should()
                .dependOnClassesThat(resideInAnyPackage(DRIVER).or(resideInAnyPackage(MAPPING)))
                .allowEmptyShould(true);
    }

    public static ArchRule noPackagesDependOnEachOtherInACircle() {
        return slices().matching("dev.vitrine.(**)").should().beFreeOfCycles().allowEmptyShould(true);
    }

    private DescribedPredicate<JavaClass> residing() {
        return resideInAPackage(all());
    }

    private String all() {
        return "dev.vitrine." + capability + "..";
    }

    private String layer(String name) {
        return "dev.vitrine." + capability + ".." + name + "..";
    }
}
