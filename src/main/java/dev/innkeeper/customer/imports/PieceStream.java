package dev.innkeeper.customer.imports;

import java.io.InputStream;

/** A file that came in, read piece by piece. */
final class PieceStream extends InputStream {

    private final Imports imports;
    private final String number;
    private final int pieces;
    private byte[] piece = {};
    private int next;
    private int place;
    private long read;

    PieceStream(Imports imports, String number, int pieces) {
        this.imports = imports;
        this.number = number;
        this.pieces = pieces;
    }

    /** How many bytes were read. */
    long position() {
        return read;
    }

    @Override
    public int read() {
        if (isAtEnd()) {
            return -1;
        }
        read++;
        return piece[place++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (length == 0) {
            return 0;
        }
        if (isAtEnd()) {
            return -1;
        }
        int some = Math.min(length, piece.length - place);
        System.arraycopy(piece, place, into, offset, some);
        place += some;
        read += some;
        return some;
    }

    private boolean isAtEnd() {
        while (place == piece.length) {
            if (next == pieces) {
                return true;
            }
            piece = imports.piece(number, next++);
            place = 0;
        }
        return false;
    }
}
