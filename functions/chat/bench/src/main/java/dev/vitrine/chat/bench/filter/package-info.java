/// `vitrine bench filter`: how long a message takes to be judged, by JMH, beside plain ways to look for words.
package dev.vitrine.chat.bench.filter;
