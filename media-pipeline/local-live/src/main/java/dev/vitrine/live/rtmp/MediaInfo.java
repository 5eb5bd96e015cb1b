package dev.vitrine.live.rtmp;

import java.util.OptionalDouble;

/// What a stream's headers tell before its first frame. There is always a picture, and always sound: what does not
/// come is silence.
///
/// @param width in square pixels, even
/// @param height in square pixels, even
/// @param framesPerSecond as the encoder announced it, if it did and the number is plausible
/// @param interlaced whether pictures may be made of two fields, taken one after the other
public record MediaInfo(int width, int height, OptionalDouble framesPerSecond, boolean interlaced) {}
