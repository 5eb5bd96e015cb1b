package dev.vitrine.media;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class LayersKeepTheirPlaceTest {
    private static final JavaClasses MEDIA = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("dev.vitrine.media");

    @Test
    void rulesKnowNoFramework() {
        classes()
                .that()
                .resideInAPackage("dev.vitrine.media.entity..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..", "dev.vitrine.model..", "dev.vitrine.pipeline", "dev.vitrine.media.entity..")
                .check(MEDIA);
    }

    @Test
    void useCasesKnowNoTriggerAndNoSdk() {
        noClasses()
                .that()
                .resideInAPackage("dev.vitrine.media.control..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "dev.vitrine.media.boundary..",
                        "com.amazonaws..",
                        "software.amazon..",
                        "dev.vitrine.pipeline.local..")
                .check(MEDIA);
    }

    @Test
    void noDatabaseIsCarried() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.hibernate..", "io.vertx.pgclient..", "dev.vitrine.platform.database..")
                .check(MEDIA);
    }
}
