/// The message filter (消息过滤器): finds words of lists in what people write, however they write them.
///
/// Guarantees: a `WordFilter` is immutable and safe for concurrent use; the same text and lists give the
/// same verdict, which names list, word and place. Plain Java: must not import anything but the JDK and the
/// trie.
///
/// Two texts are compared by their skeletons: width and compatibility forms, case, traditional characters,
/// digits of every script and look-alike letters made alike; everything that is no letter or digit left
/// out; repeated letters counted and folded. The rules of what then counts as the word are in
/// `Skeleton.Run` and `WordFilter`.
package dev.vitrine.chat.filter.entity;
