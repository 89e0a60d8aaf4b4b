package uk.earlyhelphub.proof;

import java.nio.ByteBuffer;
import java.security.PublicKey;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public key of a witness, written {@code name+id+key}, with which it says when it saw a checkpoint (C2SP tlog-cosignature). */
public final class WitnessKey {
    private static final byte COSIGNATURE = 4;

    private final String name;
    private final byte[] id;
    private final PublicKey key;

    private WitnessKey(String name, byte[] raw) {
        this.name = LogName.require(name);
        this.id = Ed25519.id(name, COSIGNATURE, raw);
        this.key = Ed25519.key(raw);
    }

    /** Reads a key. Throws {@link IllegalArgumentException} if it is not a witness's. */
    public static WitnessKey parse(String text) {
        var parts = text.strip().split("\\+", 3);
        if (parts.length != 3) {
            throw new IllegalArgumentException("A witness's public key has three parts: name+id+key");
        }
        var typed = Base64.getDecoder().decode(parts[2]);
        if (typed.length != Ed25519.RAW_LENGTH + 1 || typed[0] != COSIGNATURE) {
            throw new IllegalArgumentException("Not the key of a witness");
        }
        var key = new WitnessKey(parts[0], Arrays.copyOfRange(typed, 1, typed.length));
        if (!HexFormat.of().formatHex(key.id).equals(parts[1])) {
            throw new IllegalArgumentException("The key's id does not belong to its name and key");
        }
        return key;
    }

    /** The witness's name. */
    public String name() {
        return name;
    }

    /**
     * A checkpoint with what a witness said of it.
     *
     * @param seenAt when it saw it, by its own clock
     * @param note the checkpoint's note with the witness's line under it
     */
    public record Witnessed(Instant seenAt, String note) {}

    /**
     * Reads a witness's answer.
     *
     * @param lines one or more lines of signature, as it answered
     * @throws SignedCheckpoint.Forged unless this witness signed the checkpoint in one of them
     */
    public Witnessed verify(String lines, SignedCheckpoint checkpoint) throws SignedCheckpoint.Forged {
        try {
            for (var signature : NoteSignature.readAll(lines)) {
                var bytes = signature.signature();
                if (signature.by(name, id) && bytes.length == Long.BYTES + Ed25519.SIGNATURE_LENGTH) {
                    var time = ByteBuffer.wrap(bytes).getLong();
                    var text = "cosignature/v1\ntime " + time + "\n" + checkpoint.text();
                    if (time > 0 && Ed25519.verifies(key, text, Arrays.copyOfRange(bytes, Long.BYTES, bytes.length))) {
                        return new Witnessed(
                                Instant.ofEpochSecond(time), checkpoint.note() + NoteSignature.line(name, id, bytes));
                    }
                    throw new SignedCheckpoint.Forged("The witness's signature is not over this checkpoint");
                }
            }
        } catch (IllegalArgumentException | DateTimeException _) {
            throw new SignedCheckpoint.Forged("The witness's answer is not a signature");
        }
        throw new SignedCheckpoint.Forged("The witness's key did not sign");
    }
}
