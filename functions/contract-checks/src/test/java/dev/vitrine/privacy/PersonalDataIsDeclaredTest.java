package dev.vitrine.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonalDataIsDeclaredTest {
    @TempDir
    private Path house;

    @BeforeEach
    void aSoundHouse() throws IOException {
        write("functions/catalog.yaml", """
                functions:
                  shop-on-event:
                    artefact: shop
                    publishes: &events [dev.vitrine.shop.sold.v1, dev.vitrine.shop.person-erased.v1]
                    subscribes:
                      - { event: dev.vitrine.profile.erasure-requested.v1 }
                  shop-api: { artefact: shop, publishes: *events }
                """);
        write("functions/shop/shop/src/main/resources/db/shop/V001__shop.sql", """
                -- Undo: drop table buyers. create table no_more (is a comment)
                create table buyers (
                    id text primary key);
                create table goods (id uuid);
                """);
        register("""
                answers: dev.vitrine.shop.person-erased.v1
                personal: { buyers: deleted }
                impersonal: [goods]
                """);
    }

    @Test
    void thisHouseKeepsTheRule() {
        reported(Path.of(System.getProperty("vitrine.root")));
    }

    @Test
    void aSoundHouseIsLeftAlone() {
        reported(house);
    }

    @Test
    void aCapabilityWithTablesHasARegister() throws IOException {
        Files.delete(house.resolve("functions/shop/personal-data.yaml"));
        reported(house, "shop has tables and no personal-data.yaml");
    }

    @Test
    void aNewTableIsDeclaredOnce() throws IOException {
        write("functions/shop/shop/src/main/resources/db/shop/V002__orders.sql", "create table orders (buyer text);\n");
        reported(house, "shop: the table orders is declared neither personal nor impersonal");
        register("""
                answers: dev.vitrine.shop.person-erased.v1
                personal: { buyers: deleted, orders: kept by law }
                impersonal: [goods, orders]
                """);
        reported(house, "shop: the table orders is declared personal and impersonal");
    }

    @Test
    void whatIsDeclaredIsThere() throws IOException {
        register("""
                answers: dev.vitrine.shop.person-erased.v1
                personal: { buyers: deleted, carts: deleted }
                impersonal: [goods]
                """);
        reported(house, "shop: there is no table carts");
    }

    @Test
    void whoKeepsPersonalDataAnswersOrSaysWhyNot() throws IOException {
        register("personal: { buyers: deleted }\nimpersonal: [goods]\n");
        reported(
                house,
                "shop keeps personal data, and no function of it hears dev.vitrine.profile.erasure-requested.v1"
                        + " and answers it");
        register("without: gone within the day\npersonal: { buyers: deleted }\nimpersonal: [goods]\n");
        reported(house);
        register("personal: {}\nimpersonal: [buyers, goods]\n");
        reported(house);
    }

    @Test
    void anAnswerIsOneThatItPublishes() throws IOException {
        register("""
                answers: dev.vitrine.shop.person-gone.v1
                personal: { buyers: deleted }
                impersonal: [goods]
                """);
        reported(
                house,
                "shop keeps personal data, and no function of it hears dev.vitrine.profile.erasure-requested.v1"
                        + " and answers dev.vitrine.shop.person-gone.v1");
    }

    private void reported(Path root, String... sentences) {
        assertEquals(List.of(sentences), PersonalDataRules.broken(root));
    }

    private void register(String text) throws IOException {
        write("functions/shop/personal-data.yaml", text);
    }

    private void write(String file, String text) throws IOException {
        Files.createDirectories(house.resolve(file).getParent());
        Files.writeString(house.resolve(file), text);
    }
}
