package dev.vitrine.local.runtime;

/// Names as AWS would give them.
public final class FunctionArn {
    public static final String REGION = "us-east-1";
    /// The account of local SQS queues too.
    public static final String ACCOUNT = "000000000000";

    private FunctionArn() {}

    public static String of(String function) {
        return "arn:aws:lambda:" + REGION + ":" + ACCOUNT + ":function:" + function;
    }
}
