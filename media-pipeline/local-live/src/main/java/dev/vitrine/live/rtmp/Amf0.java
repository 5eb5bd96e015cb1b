package dev.vitrine.live.rtmp;

/// Markers and bounds of AMF0 (Action Message Format 0, section 2.1).
final class Amf0 {
    static final int NUMBER = 0;
    static final int BOOLEAN = 1;
    static final int STRING = 2;
    static final int OBJECT = 3;
    static final int NULL = 5;
    static final int UNDEFINED = 6;
    static final int REFERENCE = 7;
    static final int ECMA_ARRAY = 8;
    static final int OBJECT_END = 9;
    static final int STRICT_ARRAY = 10;
    static final int DATE = 11;
    static final int LONG_STRING = 12;
    static final int UNSUPPORTED = 13;
    static final int XML = 15;
    static final int TYPED_OBJECT = 16;

    /// Metadata of encoders nests two deep.
    static final int MAX_DEPTH = 8;
    /// Members and elements of one message together.
    static final int MAX_VALUES = 1024;
    static final int MAX_TEXT_BYTES = 16 << 10;

    private Amf0() {}
}
