package dev.vitrine.platform.edge;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import dev.vitrine.platform.json.Json;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ACallerIsWhatTheTokenSaysTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "roles               | {'sub':'a','roles':['streamer','operator']}                 | streamer operator",
                "roles               | {'sub':'a','roles':'streamer operator'}                     | streamer operator",
                "roles               | {'sub':'a','roles':'streamer'}                              | streamer",
                "roles               | {'sub':'a','roles':['not operator','viewer']}               | viewer",
                "roles               | {'sub':'a','roles':[['operator'],{'operator':1},null,7]}    | ''",
                "roles               | {'sub':'a','roles':''}                                      | ''",
                "roles               | {'sub':'a','roles':null}                                    | ''",
                "roles               | {'sub':'a','realm_access':{'roles':['operator']}}           | ''",
                "realm_access.roles  | {'sub':'a','realm_access':{'roles':['operator']},'roles':[]} | operator",
                "cognito:groups      | {'sub':'a','cognito:groups':['auditor']}                    | auditor",
                "https://shop/roles  | {'sub':'a','https://shop/roles':['auditor']}                | auditor",
                "urn:roles           | {'sub':'a','urn:roles':{'operator':{'1':'shop'}}}           | operator",
            })
    void rolesAreNamesInTheIssuersPlace(String place, String claims, String expected) {
        var caller = new CallerClaims(place)
                .read(Json.read(claims.replace('\'', '"')))
                .orElseThrow();

        assertEquals(expected.isEmpty() ? Set.of() : Set.of(expected.split(" ")), caller.roles());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"sub\":\"\u3164\"}",
                "{\"sub\":\" \"}",
                "{\"sub\":\"a\\nb\"}",
                "{\"sub\":null,\"roles\":[\"operator\"]}"
            })
    void withoutASubjectThereIsNobody(String claims) {
        assertEquals(Optional.empty(), new CallerClaims("roles").read(Json.read(claims)));
    }

    @ParameterizedTest
    @CsvSource({
        "Ann,Ann",
        "'  王 美  ',王 美",
        "'\u202EnnA',nnA",
        "'A\u2066n\u2069n\r\n\u0007',Ann",
        "'\u200F\u200E',who",
        "'',who",
        "'\u00A0\u200B\u3164\u2800',who",
        "'z\u0300\u0301\u0302\u0303\u0304',z\u0300\u0301\u0302",
        "'\uD83D\uDC69\u200D\uD83C\uDF73 cooks',\uD83D\uDC69\u200D\uD83C\uDF73 cooks",
        "'\uDC00A\uD800',A",
    })
    void aNameIsOneLineThatTurnsNothing(String told, String shown) {
        assertEquals(shown, new Caller("who", told, Set.of()).name());
    }

    @Test
    void aNameIsCutAt40CharactersAndNotInsideOne() {
        assertEquals("😀".repeat(40), new Caller("who", "😀".repeat(41), Set.of()).name());
        assertEquals(40, new Caller("x".repeat(255), "", Set.of()).name().length());
    }

    @Test
    void theGatewayMustHaveVerifiedTheTokenThatIsRead() {
        var token = "Bearer e30."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString("{\"sub\":\"ann\",\"roles\":[\"operator\"]}".getBytes(StandardCharsets.UTF_8))
                + ".x";
        var verified = RequestContext.builder()
                .withAuthorizer(RequestContext.Authorizer.builder()
                        .withJwt(RequestContext.Authorizer.JWT
                                .builder()
                                .withClaims(Map.of("sub", "ann"))
                                .build())
                        .build())
                .build();

        assertTrue(read(token, verified).orElseThrow().isOperator());
        assertEquals(Optional.empty(), read(token, RequestContext.builder().build()));
        assertEquals(Optional.empty(), read("Basic YTpi", verified));
    }

    @Test
    void aTokenWhosePayloadIsIllFormedIsNoCaller() {
        var gbk = "{\"sub\":\"ann\",\"name\":\"主播\"}";
        var utf8 = token(gbk.getBytes(StandardCharsets.UTF_8));
        var other = token(gbk.getBytes(Charset.forName("GBK")));
        var overlong = token("{\"sub\":\"\u00C0\u00AF\"}".getBytes(StandardCharsets.ISO_8859_1));
        var callers = new CallerClaims("roles");

        assertEquals("ann", callers.ofVerifiedToken(utf8).orElseThrow().subject());
        assertEquals(Optional.empty(), callers.ofVerifiedToken(other));
        assertEquals(Optional.empty(), callers.ofVerified("Bearer " + overlong));
    }

    private static String token(byte[] claims) {
        return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims) + ".x";
    }

    private static Optional<Caller> read(String authorization, RequestContext context) {
        var event = APIGatewayV2HTTPEvent.builder()
                .withRouteKey("GET /x")
                .withHeaders(Map.of("Authorization", authorization))
                .withRequestContext(context)
                .build();
        return GatewayEvent.read(event, new CallerClaims("roles")).caller();
    }
}
