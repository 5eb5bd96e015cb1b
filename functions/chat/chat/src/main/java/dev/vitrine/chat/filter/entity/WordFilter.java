package dev.vitrine.chat.filter.entity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.CheckedOutputStream;

/// A list, compiled. Immutable; safe for concurrent use.
///
/// A stretch of a text counts as a word when their skeletons are the same and
/// - each letter is repeated as often as in the word, or so often that nobody would write it so: three times
///   and more, in Chinese twice and more. So "good" is found in "gooood" and not in "god", "god" not in
///   "good"; digits are repeated exactly;
/// - an end of the word that is a letter of a script with spaces, or a digit, is touched by no other: "ass"
///   is not found in "class", "10元" not in "110元";
/// - what stands between its letters does not part words (`Gaps`);
/// - signs of the word that are more than separators are there: "18+" is not found in "18".
/// A text with a letter beside a digit or sign is read a second and third time with those as letters: "sh1t",
/// "$nake". A word is not found within a longer one that the list, or a list before it, allows.
public final class WordFilter {
    private static final int MAGIC = 0x56574632; // "VWF2"
    /// Of lists whose automaton was made of other skeletons; its words are compiled again. Count up when a
    /// skeleton changes.
    private static final int MAGIC_BEFORE = 0x56574631; // "VWF1"

    private static final int MOST_WORDS = 250_000;
    /// As written; what is there is never renumbered.
    private static final List<Word.Action> CODES =
            List.of(Word.Action.MASK, Word.Action.HOLD, Word.Action.REJECT, Word.Action.ALLOW);

    public static final WordFilter EMPTY = of(List.of());

    /// In the order of their skeletons.
    private final List<Entry> entries;
    /// The first entry of each skeleton; behind the last, the number of all.
    private final int[] groups;

    private final Trie trie;

    private WordFilter(List<Entry> entries, int[] groups, Trie trie) {
        this.entries = entries;
        this.groups = groups;
        this.trie = trie;
    }

    /// Words without a letter or digit are left out: nothing is left of them to find. Of two that are found
    /// in the same texts the more severe stays.
    public static WordFilter of(Collection<Word> words) {
        var bySkeleton = new TreeMap<String, TreeMap<String, Entry>>();
        words.stream().sorted(Comparator.comparing(Word::action)).forEach(word -> {
            var skeleton = Skeleton.of(word.text());
            if (skeleton.length() > 0) {
                var entry = Entry.of(word, skeleton);
                bySkeleton
                        .computeIfAbsent(skeleton.text(), any -> new TreeMap<>())
                        .put(entry.key(), entry);
            }
        });
        var keys = new TreeMap<String, Integer>();
        var entries = new ArrayList<Entry>();
        bySkeleton.forEach((text, group) -> {
            keys.put(text, keys.size());
            entries.addAll(group.values());
        });
        return new WordFilter(List.copyOf(entries), groups(entries), Trie.of(keys));
    }

    private static int[] groups(List<Entry> entries) {
        var groups = new ArrayList<Integer>();
        var before = "";
        for (int at = 0; at < entries.size(); at++) {
            var skeleton = Skeleton.of(entries.get(at).word().text()).text();
            if (!skeleton.equals(before)) {
                groups.add(at);
                before = skeleton;
            }
        }
        groups.add(entries.size());
        return groups.stream().mapToInt(Integer::intValue).toArray();
    }

    public int size() {
        return entries.size();
    }

    /// Whether a word that was found is one of this list.
    public boolean lists(Word word) {
        return entries.stream().anyMatch(entry -> entry.word().equals(word));
    }

    /// Where its words are in the text, those that it allows as well; overlapping ones each for itself.
    public List<Hit> find(String text) {
        if (trie.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        find(text, Leet.NONE, hits);
        if (Leet.likely(text)) {
            find(text, Leet.ONE_IS_L, hits);
            if (Leet.isAmbiguous(text)) {
                find(text, Leet.ONE_IS_I, hits);
            }
        }
        return hits;
    }

    private void find(String text, Leet leet, List<Hit> hits) {
        var skeleton = Skeleton.of(text, leet);
        trie.parseText(skeleton.letters(), (begin, end, group) -> {
            if (skeleton.isInsideWord(begin, end)) {
                return; // most are, and need no look at the word
            }
            for (int at = groups[group]; at < groups[group + 1]; at++) {
                var hit = entries.get(at).find(skeleton, text, begin, leet);
                if (hit != null && !hits.contains(hit)) {
                    hits.add(hit);
                }
            }
        });
    }

    /// Asks several lists together, such as the platform's and a room's. What a list allows is allowed in
    /// those after it, too, and not in those before.
    public static Verdict judge(String text, List<WordFilter> filters) {
        var hits = new ArrayList<Hit>();
        var allowed = new ArrayList<Hit>();
        for (var filter : filters) {
            int before = hits.size();
            for (var hit : filter.find(text)) {
                (allows(hit) ? allowed : hits).add(hit);
            }
            if (!allowed.isEmpty()) {
                hits.subList(before, hits.size())
                        .removeIf(hit -> allowed.stream().anyMatch(longer -> longer.holds(hit)));
            }
        }
        if (hits.isEmpty()) {
            return new Verdict.Clean();
        }
        hits.sort(Comparator.comparing((Hit hit) -> hit.word().action()).reversed());
        return switch (hits.getFirst().word().action()) {
            case ALLOW -> new Verdict.Clean();
            case REJECT -> new Verdict.Rejected(List.copyOf(hits));
            case HOLD -> new Verdict.Held(List.copyOf(hits));
            case MASK -> new Verdict.Masked(masked(text, hits), List.copyOf(hits));
        };
    }

    private static boolean allows(Hit hit) {
        return hit.word().action() == Word.Action.ALLOW;
    }

    private static String masked(String text, List<Hit> hits) {
        var masked = new StringBuilder(text.length());
        for (int at = 0; at < text.length(); ) {
            int here = at;
            int codePoint = text.codePointAt(at);
            boolean hidden = hits.stream().anyMatch(hit -> here >= hit.from() && here < hit.to());
            masked.appendCodePoint(hidden ? '*' : codePoint);
            at += Character.charCount(codePoint);
        }
        return masked.toString();
    }

    /// The compiled form: quicker to read than words are to compile.
    public void write(OutputStream out) throws IOException {
        var checked = new CheckedOutputStream(out, new CRC32());
        var data = new DataOutputStream(checked);
        data.writeInt(MAGIC);
        data.writeInt(entries.size());
        for (var entry : entries) {
            data.writeUTF(entry.word().text());
            data.writeByte(CODES.indexOf(entry.word().action()));
        }
        trie.write(data);
        data.flush();
        long sum = checked.getChecksum().getValue();
        data.writeLong(sum);
        data.flush();
    }

    /// @throws IOException when it is not what `write` wrote
    public static WordFilter read(InputStream in) throws IOException {
        var checked = new CheckedInputStream(new BufferedInputStream(in), new CRC32());
        var data = new DataInputStream(checked);
        int magic = data.readInt();
        if (magic != MAGIC && magic != MAGIC_BEFORE) {
            throw new IOException("not a compiled list");
        }
        int count = data.readInt();
        if (count < 0 || count > MOST_WORDS) {
            throw new IOException("no list has " + count + " words");
        }
        var words = new ArrayList<Word>(count);
        for (int i = 0; i < count; i++) {
            words.add(word(data.readUTF(), data.readByte()));
        }
        var trie = Trie.read(data);
        long sum = checked.getChecksum().getValue();
        if (data.readLong() != sum) {
            throw new IOException("a compiled list is damaged");
        }
        if (magic == MAGIC_BEFORE) {
            return of(words);
        }
        var entries = words.stream()
                .map(word -> Entry.of(word, Skeleton.of(word.text())))
                .toList();
        return new WordFilter(entries, groups(entries), trie);
    }

    private static Word word(String text, int action) throws IOException {
        if (action < 0 || action >= CODES.size() || Skeleton.of(text).length() == 0) {
            throw new IOException("a compiled list is damaged");
        }
        return new Word(text, CODES.get(action));
    }
}
