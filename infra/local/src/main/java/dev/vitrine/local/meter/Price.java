package dev.vitrine.local.meter;

/// What AWS Lambda asks for in us-east-1, first tier, without the free tier (aws.amazon.com/lambda/pricing, prices
/// in force since the arm64 offer of 2021-09-29, compared 2026-11-22). Other charges (API Gateway, SQS, storage,
/// traffic) are not in it.
///
/// @param perGbSecond US dollars
/// @param perRequest US dollars
public record Price(String architecture, double perGbSecond, double perRequest) {
    private static final double PER_REQUEST = 0.20 / 1_000_000;

    public static final Price ARM64 = new Price("arm64", 0.0000133334, PER_REQUEST);
    public static final Price X86_64 = new Price("x86_64", 0.0000166667, PER_REQUEST);

    /// The price of the architecture that functions are built for here.
    public static Price ofThisMachine() {
        return System.getProperty("os.arch").equals("aarch64") ? ARM64 : X86_64;
    }

    double of(double gbSeconds, long requests) {
        return gbSeconds * perGbSecond + requests * perRequest;
    }
}
