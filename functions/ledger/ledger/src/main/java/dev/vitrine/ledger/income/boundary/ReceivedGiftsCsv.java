package dev.vitrine.ledger.income.boundary;

import dev.vitrine.ledger.entity.Csv;
import dev.vitrine.ledger.income.entity.ReceivedGift;
import dev.vitrine.model.Currency;
import java.util.List;
import java.util.stream.Stream;

/// The gifts of a statement, a line each; amounts are whole coins.
final class ReceivedGiftsCsv {
    private static final String COLUMNS =
            "gift,at,room,title,code,count,currency,price,given,shareBasisPoints,income,commission,carriedTenThousandths";

    private ReceivedGiftsCsv() {}

    static String write(List<ReceivedGift> gifts) {
        return Csv.lines(Stream.concat(Stream.of(COLUMNS), gifts.stream().map(ReceivedGiftsCsv::line)));
    }

    private static String line(ReceivedGift gift) {
        return String.join(
                ",",
                gift.id().toString(),
                gift.at().toString(),
                gift.roomId().toString(),
                gift.room().map(Csv::quoted).orElse(""),
                gift.code(),
                Integer.toString(gift.count()),
                Currency.COIN.name(),
                Long.toString(gift.price()),
                Long.toString(gift.given()),
                gift.share().isPresent() ? Integer.toString(gift.share().getAsInt()) : "",
                Long.toString(gift.income()),
                Long.toString(gift.commission()),
                gift.carried().isPresent() ? Long.toString(gift.carried().getAsLong()) : "");
    }
}
