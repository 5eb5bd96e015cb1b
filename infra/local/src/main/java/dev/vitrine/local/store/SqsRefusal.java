package dev.vitrine.local.store;

import com.fasterxml.jackson.databind.json.JsonMapper;

/// A refusal as SQS tells it: "Common error types" and "Making query API requests" of its guides.
///
/// @param code such as `AccessDenied`
record SqsRefusal(int status, String code, String message) {
    static final String JSON_TYPE = "application/x-amz-json-1.0";
    /// Where clients of the JSON protocol find the code of the query protocol.
    static final String QUERY_ERROR = "x-amzn-query-error";

    private static final JsonMapper JSON = new JsonMapper();
    private static final String NAMESPACE = "com.amazon.coral.service#";

    static SqsRefusal denied(String message) {
        return new SqsRefusal(403, "AccessDenied", message);
    }

    static SqsRefusal unsigned() {
        return new SqsRefusal(403, "MissingAuthenticationToken", "Request is missing Authentication Token");
    }

    static SqsRefusal incomplete(String message) {
        return new SqsRefusal(403, "IncompleteSignature", message);
    }

    static SqsRefusal misSigned(String message) {
        return new SqsRefusal(403, "SignatureDoesNotMatch", message);
    }

    static SqsRefusal tooLarge() {
        return new SqsRefusal(
                413, "RequestEntityTooLarge", "A request has at most " + SqsDoor.MAX_REQUEST_BYTES + " bytes");
    }

    String queryError() {
        return code + ";Sender";
    }

    String json() {
        return JSON.createObjectNode()
                .put("__type", NAMESPACE + code)
                .put("message", message)
                .toString();
    }

    String xml() {
        return """
                <?xml version="1.0"?>
                <ErrorResponse xmlns="http://queue.amazonaws.com/doc/2012-11-05/"><Error><Type>Sender</Type>\
                <Code>%s</Code><Message>%s</Message><Detail/></Error>\
                <RequestId>00000000-0000-0000-0000-000000000000</RequestId></ErrorResponse>
                """.formatted(code, escaped(message));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
