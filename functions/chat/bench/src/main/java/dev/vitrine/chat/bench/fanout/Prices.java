package dev.vitrine.chat.bench.fanout;

/// AWS's public list prices in US dollars, us-east-1, without free tiers and discounts, as if the hour were
/// all that the account did in its month. Each constant names its page. Some were read in copies and by third parties:
/// compare them with the pages before a decision hangs on them.
final class Prices {
    static final String SOURCE =
            "AWS list prices, us-east-1, no free tiers: pages api-gateway, lambda, cloudfront, s3, sqs and ec2/on-demand"
                    + " (data transfer) of aws.amazon.com/…/pricing; verify before you rely on them";

    private static final double MILLION = 1e6;
    private static final double GB = 1024.0 * 1024 * 1024;
    private static final double TB = 1024 * GB;

    // aws.amazon.com/api-gateway/pricing: WebSocket messages, metered in 32 KB
    static final int MESSAGE_UNIT_BYTES = 32 * 1024;
    private static final double SOCKET_MESSAGE = 1.00 / MILLION;
    private static final double SOCKET_MESSAGE_FIRST_TIER = 1e9;
    private static final double SOCKET_MESSAGE_ABOVE = 0.80 / MILLION;
    private static final double CONNECTION_MINUTE = 0.25 / MILLION;
    // aws.amazon.com/lambda/pricing: x86, first tier
    private static final double INVOCATION = 0.20 / MILLION;
    private static final double GB_SECOND = 0.0000166667;
    // aws.amazon.com/ec2/pricing/on-demand: data transfer out to the internet
    private static final double INTERNET_GB = 0.09;
    private static final double INTERNET_GB_ABOVE = 0.085;
    // aws.amazon.com/cloudfront/pricing: United States
    private static final double CDN_REQUEST = 0.0100 / 10_000; // HTTPS
    private static final double CDN_GB = 0.085;
    private static final double CDN_GB_ABOVE = 0.080;
    private static final double TRAFFIC_FIRST_TIER = 10 * TB; // both; the next tier has 40 TB
    // aws.amazon.com/s3/pricing: Standard; edges read without a charge for traffic
    private static final double PUT = 0.005 / 1000;
    private static final double GET = 0.0004 / 1000;
    // aws.amazon.com/sqs/pricing: standard queues
    private static final double QUEUE_REQUEST = 0.40 / MILLION;

    private Prices() {}

    /// @param sockets messages and minutes
    /// @param functions invocations and GB-seconds
    /// @param traffic out of sockets
    /// @param cdn requests and traffic
    /// @param stores objects and queue
    record Bill(double sockets, double functions, double traffic, double cdn, double stores) {
        double total() {
            return sockets + functions + traffic + cdn + stores;
        }
    }

    static Bill of(Used used) {
        return new Bill(
                tiered(used.socketMessages(), SOCKET_MESSAGE_FIRST_TIER, SOCKET_MESSAGE, SOCKET_MESSAGE_ABOVE)
                        + used.connectionMinutes() * CONNECTION_MINUTE,
                used.invocations() * INVOCATION + used.gbSeconds() * GB_SECOND,
                tiered(used.internetBytes(), TRAFFIC_FIRST_TIER, INTERNET_GB / GB, INTERNET_GB_ABOVE / GB),
                used.cdnRequests() * CDN_REQUEST
                        + tiered(used.cdnBytes(), TRAFFIC_FIRST_TIER, CDN_GB / GB, CDN_GB_ABOVE / GB),
                used.puts() * PUT + used.gets() * GET + used.queueRequests() * QUEUE_REQUEST);
    }

    static double tiered(double amount, double firstTier, double price, double priceAbove) {
        return Math.min(amount, firstTier) * price + Math.max(0, amount - firstTier) * priceAbove;
    }
}
