package dev.vitrine.ledger.income.entity;

/// What moved of a streamer's income in a period, in minor units of one currency.
///
/// @param gifts how many transfers of kind `gift`
/// @param given what viewers gave in them
/// @param commission what the platform kept of them
/// @param reversals gifts that were taken back, as far as the streamer had got them: zero or less
/// @param settled what became payable; moves within the income
/// @param withdrawn what was paid out, less what came back of it: zero or less
/// @param other everything else, such as corrections by hand
public record Moved(long gifts, long given, long commission, long reversals, long settled, long withdrawn, long other) {
    public static final Moved NOTHING = new Moved(0, 0, 0, 0, 0, 0, 0);

    public Moved plus(Moved more) {
        return new Moved(
                Math.addExact(gifts, more.gifts),
                Math.addExact(given, more.given),
                Math.addExact(commission, more.commission),
                Math.addExact(reversals, more.reversals),
                Math.addExact(settled, more.settled),
                Math.addExact(withdrawn, more.withdrawn),
                Math.addExact(other, more.other));
    }

    /// What the streamer earned: given less commission and reversals.
    public long income() {
        return given - commission + reversals;
    }

    /// By how much the streamer's accounts changed together.
    public long change() {
        return income() + withdrawn + other;
    }
}
