package dev.vitrine.platform.sql;

/// One row of `idempotent_requests`; exactly one of `plain` and `sealed` is there.
record KeptAnswer(String contentHash, String plain, byte[] sealed) {}
