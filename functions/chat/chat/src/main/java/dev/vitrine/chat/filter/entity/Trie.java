package dev.vitrine.chat.filter.entity;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Map;

/// The library's automaton, with a compact form of its own: the library would write it by Java serialisation.
final class Trie extends AhoCorasickDoubleArrayTrie<Integer> {
    private static final long serialVersionUID = 1;
    /// Of 200,000 words of 50 letters, with room to spare.
    private static final int LARGEST = 40_000_000;

    static Trie of(Map<String, Integer> keys) {
        var trie = new Trie();
        if (!keys.isEmpty()) {
            trie.build(keys);
        }
        return trie;
    }

    boolean isEmpty() {
        return l == null || l.length == 0;
    }

    void write(DataOutput out) throws IOException {
        out.writeInt(isEmpty() ? 0 : l.length);
        if (isEmpty()) {
            return;
        }
        write(out, l);
        out.writeInt(size);
        write(out, base);
        write(out, check);
        write(out, fail);
        out.writeInt(output.length);
        for (var each : output) {
            write(out, each == null ? new int[0] : each);
        }
    }

    static Trie read(DataInput in) throws IOException {
        var trie = new Trie();
        int keys = length(in.readInt());
        if (keys == 0) {
            return trie;
        }
        trie.l = array(in);
        trie.size = in.readInt();
        trie.base = array(in);
        trie.check = array(in);
        trie.fail = array(in);
        trie.output = new int[length(in.readInt())][];
        for (int at = 0; at < trie.output.length; at++) {
            var each = array(in);
            trie.output[at] = each.length == 0 ? null : each;
        }
        trie.v = new Integer[keys];
        for (int at = 0; at < keys; at++) {
            trie.v[at] = at;
        }
        return trie;
    }

    private static void write(DataOutput out, int[] array) throws IOException {
        out.writeInt(array.length);
        for (int each : array) {
            out.writeInt(each);
        }
    }

    private static int[] array(DataInput in) throws IOException {
        var array = new int[length(in.readInt())];
        for (int at = 0; at < array.length; at++) {
            array[at] = in.readInt();
        }
        return array;
    }

    private static int length(int read) throws IOException {
        if (read < 0 || read > LARGEST) {
            throw new IOException("no list is so long: " + read);
        }
        return read;
    }
}
