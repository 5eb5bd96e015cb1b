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
/// - each letter is repeated as often as in the word, or so often that nobody would write it so: three times and more,
///   in Chinese twice and more. So "good" is found in "gooood" and not in "god", "god" not in "good";
/// - a word of Latin letters and digits begins and ends where no letter or digit touches it, so that "ass" is not found
///   in "class"; separators between its letters are no obstacle.
/// A text with letters is read a second and third time with digits and signs as letters: "h3llo", "$nake".
public final class WordFilter {
    private static final int MAGIC = 0x56574631; // "VWF1"
    private static final int MOST_WORDS = 250_000;
    private static final int OBVIOUS_REPEATS = 3;
    private static final int OBVIOUS_REPEATS_CHINESE = 2;

    public static final WordFilter EMPTY = of(List.of());

    private final List<Entry> entries;
    private final Trie trie;

    /// @param repeats of each letter of the word's skeleton
    private record Entry(Word word, int[] repeats, boolean latin) {}

    private WordFilter(List<Entry> entries, Trie trie) {
        this.entries = entries;
        this.trie = trie;
    }

    /// Words without a letter or digit are left out: nothing is left of them to find. Of two with the same
    /// skeleton the more severe stays.
    public static WordFilter of(Collection<Word> words) {
        var bySkeleton = new TreeMap<String, Entry>();
        words.stream().sorted(Comparator.comparing(Word::action)).forEach(word -> {
            var skeleton = Skeleton.of(word.text());
            if (skeleton.length() > 0) {
                bySkeleton.put(skeleton.text(), new Entry(word, skeleton.repeats(), skeleton.latin()));
            }
        });
        var keys = new TreeMap<String, Integer>();
        var entries = new ArrayList<Entry>();
        bySkeleton.forEach((text, entry) -> {
            keys.put(text, entries.size());
            entries.add(entry);
        });
        return new WordFilter(List.copyOf(entries), Trie.of(keys));
    }

    public int size() {
        return entries.size();
    }

    /// Whether a word that was found is one of this list.
    public boolean lists(Word word) {
        return entries.stream().anyMatch(entry -> entry.word().equals(word));
    }

    /// Where its words are in the text; overlapping ones each for itself.
    public List<Hit> find(String text) {
        if (trie.isEmpty()) {
            return List.of();
        }
        var hits = new ArrayList<Hit>();
        find(text, Skeleton.of(text), hits);
        if (Leet.likely(text)) {
            find(text, Skeleton.of(text, Leet.ONE_IS_L), hits);
            find(text, Skeleton.of(text, Leet.ONE_IS_I), hits);
        }
        return hits;
    }

    private void find(String text, Skeleton skeleton, List<Hit> hits) {
        trie.parseText(skeleton.letters(), (begin, end, index) -> {
            var entry = entries.get(index);
            if (counts(entry, skeleton, text, begin, end)) {
                var hit = new Hit(entry.word(), skeleton.from(begin), skeleton.to(end - 1));
                if (!hits.contains(hit)) {
                    hits.add(hit);
                }
            }
        });
    }

    private static boolean counts(Entry entry, Skeleton skeleton, String text, int begin, int end) {
        for (int at = begin; at < end; at++) {
            boolean outer = at == begin || at == end - 1;
            int found = skeleton.repeats(at);
            int wanted = entry.repeats()[at - begin];
            int obvious = entry.latin() ? OBVIOUS_REPEATS : OBVIOUS_REPEATS_CHINESE;
            // at its ends a word may touch the same letter of its neighbour: boundaries tell whether it does
            boolean enough = outer && !entry.latin() ? found >= wanted : found == wanted;
            if (!enough && !(found >= obvious && found > wanted)) {
                return false;
            }
        }
        return !entry.latin() || alone(text, skeleton.from(begin), skeleton.to(end - 1));
    }

    private static boolean alone(String text, int from, int to) {
        return (from == 0 || !touches(text.codePointBefore(from)))
                && (to == text.length() || !touches(text.codePointAt(to)));
    }

    private static boolean touches(int codePoint) {
        var alike = Alike.of(codePoint);
        return alike.length() > 0 && Skeleton.latin(alike.charAt(0));
    }

    /// Asks several lists together, such as the platform's and a room's.
    public static Verdict judge(String text, List<WordFilter> filters) {
        var hits = new ArrayList<Hit>();
        filters.forEach(filter -> hits.addAll(filter.find(text)));
        if (hits.isEmpty()) {
            return new Verdict.Clean();
        }
        hits.sort(Comparator.comparing((Hit hit) -> hit.word().action()).reversed());
        return switch (hits.getFirst().word().action()) {
            case REJECT -> new Verdict.Rejected(List.copyOf(hits));
            case HOLD -> new Verdict.Held(List.copyOf(hits));
            case MASK -> new Verdict.Masked(masked(text, hits), List.copyOf(hits));
        };
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
            data.writeByte(entry.word().action().ordinal());
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
        if (data.readInt() != MAGIC) {
            throw new IOException("not a compiled list");
        }
        int count = data.readInt();
        if (count < 0 || count > MOST_WORDS) {
            throw new IOException("no list has " + count + " words");
        }
        var entries = new ArrayList<Entry>(count);
        for (int i = 0; i < count; i++) {
            entries.add(entry(data.readUTF(), data.readByte()));
        }
        var trie = Trie.read(data);
        long sum = checked.getChecksum().getValue();
        if (data.readLong() != sum) {
            throw new IOException("a compiled list is damaged");
        }
        return new WordFilter(List.copyOf(entries), trie);
    }

    private static Entry entry(String text, int action) throws IOException {
        var actions = Word.Action.values();
        if (action < 0 || action >= actions.length) {
            throw new IOException("a compiled list is damaged");
        }
        var skeleton = Skeleton.of(text);
        return new Entry(new Word(text, actions[action]), skeleton.repeats(), skeleton.latin());
    }
}
