/// The rules of talk in a room, one test class each, over a real Redis and S3's real protocol.
package dev.vitrine.chat;
