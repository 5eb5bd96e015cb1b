package dev.vitrine.chat.bench.filter;

import com.hankcs.algorithm.AhoCorasickDoubleArrayTrie;
import dev.vitrine.chat.filter.entity.Verdict;
import dev.vitrine.chat.filter.entity.Word;
import dev.vitrine.chat.filter.entity.WordFilter;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// One message of 100 characters a call.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 2, time = 1)
@Fork(1)
@State(Scope.Thread)
public class FilterBenchmark {
    /// As many words as the regular expression is still compiled with: all of them would take minutes.
    static final int FEW = 2_000;

    @Param({"CHINESE", "ENGLISH", "EVASIVE"})
    public String kind;

    @Param("150000")
    public int words;

    private List<String> messages;
    private int next;
    private WordFilter filter;
    private AhoCorasickDoubleArrayTrie<Integer> trie;
    private Pattern pattern;

    @Setup
    public void setUp() {
        var texts = new Texts(Texts.SEED);
        var listed = texts.words(words);
        messages = texts.messages(Texts.Kind.valueOf(kind), listed);
        filter = WordFilter.of(
                listed.stream().map(text -> new Word(text, Word.Action.REJECT)).toList());
        var keys = new TreeMap<String, Integer>();
        listed.forEach(text -> keys.put(text, keys.size()));
        trie = new AhoCorasickDoubleArrayTrie<>();
        trie.build(keys);
        pattern = Pattern.compile(
                listed.stream().limit(FEW).map(Pattern::quote).collect(Collectors.joining("|")),
                Pattern.CASE_INSENSITIVE);
    }

    private String message() {
        next = (next + 1) % messages.size();
        return messages.get(next);
    }

    /// What a message costs.
    @Benchmark
    public Verdict judged() {
        return WordFilter.judge(message(), List.of(filter));
    }

    /// The limit: the automaton alone, over the text as it is. Finds no evasion.
    @Benchmark
    public boolean trieAlone() {
        return trie.matches(message());
    }

    /// A plain way, with few of the words. Finds no evasion but case.
    @Benchmark
    public boolean regularExpressionOfFew() {
        return pattern.matcher(message()).find();
    }
}
