/// One small class per trigger: parse, call one use case, render. Must not import: store, an SDK.
package dev.vitrine.chat.boundary;
