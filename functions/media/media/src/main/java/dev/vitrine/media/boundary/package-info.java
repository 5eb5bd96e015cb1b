/// One small class per trigger: parse, call one use case, render.
package dev.vitrine.media.boundary;
