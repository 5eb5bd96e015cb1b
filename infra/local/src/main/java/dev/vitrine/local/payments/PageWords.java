package dev.vitrine.local.payments;

import java.util.List;
import java.util.Locale;

/// The hosted page's texts.
record PageWords(
        Locale locale,
        String title,
        String note,
        String pay,
        String refuse,
        String payLate,
        String payLateNote,
        String payWithDuplicates,
        String payWithDuplicatesNote,
        String paid,
        String refused,
        String expired,
        String unknown,
        String back) {

    static final PageWords ENGLISH = new PageWords(
            Locale.US,
            "Payment sandbox",
            "No money moves here.",
            "Pay",
            "Refuse",
            "Pay late",
            "The session expires first; the money arrives after it.",
            "Pay with duplicate callbacks",
            "The shop is told several times at once.",
            "Paid",
            "Refused",
            "This payment has expired",
            "There is no such payment",
            "Back to the shop");

    static final PageWords CHINESE = new PageWords(
            Locale.SIMPLIFIED_CHINESE,
            "支付沙箱",
            "这里不会产生真实扣款。",
            "支付",
            "拒绝",
            "延迟支付",
            "会话先过期，款项随后到账。",
            "支付并重复回调",
            "同一通知会同时送达多次。",
            "已支付",
            "已拒绝",
            "该支付已过期",
            "没有这笔支付",
            "返回商户");

    /// The first of the languages asked for that there is; English if there is none or the header is malformed.
    static PageWords of(String acceptLanguage) {
        try {
            var asked = Locale.LanguageRange.parse(acceptLanguage);
            var found = Locale.lookup(asked, List.of(Locale.ENGLISH, Locale.CHINESE));
            return Locale.CHINESE.equals(found) ? CHINESE : ENGLISH;
        } catch (IllegalArgumentException _) {
            return ENGLISH;
        }
    }
}
