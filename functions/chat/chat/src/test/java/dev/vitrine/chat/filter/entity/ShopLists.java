package dev.vitrine.chat.filter.entity;

import java.util.List;
import java.util.stream.Stream;

/// Lists as a shop would keep them: mild profanity, gambling, scams; and what is allowed because one of these
/// is in it.
final class ShopLists {
    static final List<String> ENGLISH = List.of(
            "ass",
            "asshole",
            "bastard",
            "bitch",
            "bollocks",
            "boobs",
            "bullshit",
            "crap",
            "damn",
            "dick",
            "fuck",
            "fucker",
            "hell",
            "idiot",
            "moron",
            "penis",
            "piss",
            "shit",
            "slut",
            "tit",
            "tits",
            "wanker",
            "whore",
            "baccarat",
            "betting",
            "blackjack",
            "casino",
            "jackpot",
            "poker",
            "roulette",
            "sportsbook",
            "airdrop",
            "bitcoin",
            "cialis",
            "fast cash",
            "forex",
            "free money",
            "onlyfans",
            "ponzi",
            "snakeoil",
            "telegram",
            "viagra",
            "whatsapp");

    static final List<String> ENGLISH_ALLOWED =
            List.of("hell's kitchen", "moby dick", "blue tit", "great tit", "coal tit");

    static final List<String> CHINESE = List.of(
            "他妈", "妈的", "傻逼", "混蛋", "王八蛋", "滚蛋", "贱人", "去死", "脑残", "废物", "口交", "黄片", "色情", "裸聊", "约炮", "援交", "一夜情",
            "成人视频", "黄色网站", "赌博", "赌场", "博彩", "下注", "押注", "百家乐", "六合彩", "时时彩", "老虎机", "刷单", "刷单返利", "返利群", "高额返利",
            "稳赚不赔", "日赚千元", "带你赚钱", "套现", "洗钱", "高利贷", "代开发票", "办假证", "假币", "外挂", "加微信", "加群", "加v信", "加qq", "扫码进群",
            "点我头像", "裸照", "枪支");

    static final List<String> CHINESE_ALLOWED = List.of(
            "他妈妈", "妈妈的", "大妈的", "姑妈的", "姨妈的", "去死角", "去死皮", "废物利用", "口交通", "口交货", "口交付", "口交易", "口交接", "口交换", "口交费",
            "三黄片", "色情侣", "色情感", "色情调", "色情节", "色情景", "色情怀", "微博彩", "下注意", "下注册", "下注释", "下注明", "印刷单", "套现货", "套现在",
            "套现场", "洗钱包", "外挂机", "外挂式", "参加群", "刷单支", "一夜情况", "一夜情绪", "百家乐器", "老虎机器");

    private ShopLists() {}

    static WordFilter all() {
        return WordFilter.of(Stream.of(
                        words(ENGLISH, Word.Action.REJECT),
                        words(CHINESE, Word.Action.REJECT),
                        words(ENGLISH_ALLOWED, Word.Action.ALLOW),
                        words(CHINESE_ALLOWED, Word.Action.ALLOW))
                .flatMap(each -> each)
                .toList());
    }

    private static Stream<Word> words(List<String> texts, Word.Action action) {
        return texts.stream().map(text -> new Word(text, action));
    }
}
