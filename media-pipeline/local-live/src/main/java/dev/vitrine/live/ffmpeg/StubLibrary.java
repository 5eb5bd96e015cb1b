package dev.vitrine.live.ffmpeg;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// An empty ELF shared library, made from nothing but its name.
///
/// The ffmpeg executable is linked against screen- and sound-capture libraries that a bare Linux lacks and that
/// nothing here ever calls. The loader only wants a file of that name to exist; its symbols are bound lazily. What
/// is written here is what `gcc -shared -o libX.so.0 -x c /dev/null -nostdlib -Wl,-soname,libX.so.0` would make,
/// without its debris and for any processor: ELF header, three program headers, one dynamic section, an empty
/// symbol table and hash (System V ABI, chapters 4 and 5).
final class StubLibrary {
    private static final int HEADER = 64;
    private static final int PROGRAM_HEADER = 56;
    private static final int PROGRAM_HEADERS = 3;
    private static final int SYMBOL = 24;
    private static final int DYNAMIC_ENTRY = 16;
    private static final int DYNAMIC_ENTRIES = 7;
    /// Largest page size of any Linux these run on (arm64 knows 64 KiB pages).
    private static final int ALIGNMENT = 0x10000;

    private static final int PT_LOAD = 1;
    private static final int PT_DYNAMIC = 2;
    private static final int PT_GNU_STACK = 0x6474e551;
    private static final int READ_WRITE = 6;

    private StubLibrary() {}

    static byte[] named(String soname, int elfMachine) {
        byte[] name = ("\0" + soname + "\0").getBytes(StandardCharsets.US_ASCII);
        int dynamic = HEADER + PROGRAM_HEADERS * PROGRAM_HEADER;
        int symbols = dynamic + DYNAMIC_ENTRIES * DYNAMIC_ENTRY;
        int hash = symbols + SYMBOL;
        int names = hash + 4 * Integer.BYTES;
        int end = names + name.length;

        ByteBuffer out = ByteBuffer.allocate(end).order(ByteOrder.LITTLE_ENDIAN);
        out.put(new byte[] {0x7f, 'E', 'L', 'F', 2, 1, 1, 0}).putLong(0);
        out.putShort((short) 3).putShort((short) elfMachine).putInt(1); // shared object
        out.putLong(0).putLong(HEADER).putLong(0).putInt(0); // no entry, program headers, no sections, flags
        out.putShort((short) HEADER).putShort((short) PROGRAM_HEADER).putShort((short) PROGRAM_HEADERS);
        out.putShort((short) 64).putShort((short) 0).putShort((short) 0);

        programHeader(out, PT_LOAD, 0, end, ALIGNMENT); // writable: the loader relocates the dynamic section in place
        programHeader(out, PT_DYNAMIC, dynamic, symbols - dynamic, 8);
        programHeader(out, PT_GNU_STACK, 0, 0, 16); // without it the loader would ask for an executable stack

        out.putLong(14).putLong(1); // DT_SONAME
        out.putLong(4).putLong(hash); // DT_HASH
        out.putLong(5).putLong(names); // DT_STRTAB
        out.putLong(6).putLong(symbols); // DT_SYMTAB
        out.putLong(10).putLong(name.length); // DT_STRSZ
        out.putLong(11).putLong(SYMBOL); // DT_SYMENT
        out.putLong(0).putLong(0); // DT_NULL

        out.put(new byte[SYMBOL]);
        out.putInt(1).putInt(1).putInt(0).putInt(0); // one bucket and one chain, both empty
        out.put(name);
        return out.array();
    }

    private static void programHeader(ByteBuffer out, int type, long offset, long size, long alignment) {
        out.putInt(type).putInt(READ_WRITE).putLong(offset).putLong(offset).putLong(offset);
        out.putLong(size).putLong(size).putLong(alignment);
    }
}
