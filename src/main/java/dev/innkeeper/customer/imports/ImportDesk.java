package dev.innkeeper.customer.imports;

import dev.innkeeper.api.CsvCells;
import dev.innkeeper.api.ProblemException;
import dev.innkeeper.casefile.CaseNumbers;
import dev.innkeeper.common.Actor;
import dev.innkeeper.common.CaseNumber;
import dev.innkeeper.common.Page;
import dev.innkeeper.common.Refusal;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;

/**
 * Receives files and tells how far they are. A file is written to the database in pieces as it
 * comes in, so that its length costs no memory, and any node can read it on.
 */
@Service
public class ImportDesk {

    private static final int PIECE = 1 << 20;
    private static final int LONGEST_PAGE = 200;

    private final Imports imports;
    private final RowKinds kinds;
    private final CaseNumbers numbers;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ImportDesk(
            Imports imports,
            RowKinds kinds,
            CaseNumbers numbers,
            ApplicationEventPublisher events,
            Clock clock) {
        this.imports = imports;
        this.kinds = kinds;
        this.numbers = numbers;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A file that was received.
     *
     * @param repeated the same file came in before; this is the import of then
     */
    public record Received(ImportView view, boolean repeated) {}

    /**
     * Receives a file to its end; its rows are taken afterwards. The same file, to be read in the
     * same way, is taken once, unless it was stopped or some of its rows were refused.
     *
     * @param body the file
     * @throws ProblemException where its header cannot be read
     * @throws IOException where it does not come in whole: then nothing is kept
     */
    public Received receive(ImportOrder order, InputStream body, Actor by) throws IOException {
        by.refuseAuditor();
        byte[] piece = body.readNBytes(PIECE);
        new CsvCells(new ByteArrayInputStream(piece), order.charset(), kinds.columns(order));
        CaseNumber number = numbers.next(CaseNumbers.Kind.IMPORT);
        MessageDigest digest = digest(order);
        boolean whole = false;
        try {
            imports.insert(number, order, by.userId(), clock.instant());
            for (int place = 0; piece.length > 0; place++) {
                digest.update(piece);
                imports.store(number, place, piece);
                piece = body.readNBytes(PIECE);
            }
            whole = true;
        } finally {
            if (!whole) {
                imports.forget(number.value());
            }
        }
        return received(number, HexFormat.of().formatHex(digest.digest()));
    }

    private Received received(CaseNumber number, String fingerprint) {
        try {
            imports.received(number, fingerprint);
        } catch (DuplicateKeyException sameFile) {
            imports.forget(number.value());
            return new Received(
                    read(imports.withFingerprint(fingerprint).orElseThrow(ImportDesk::changed)),
                    true);
        }
        events.publishEvent(new ImportReceived(number.value()));
        return new Received(read(number), false);
    }

    private static Refusal changed() {
        return Refusal.notNow(
                "The same file came in before and was stopped at this moment. |"
                        + " 同一文件此前已接收，刚被停止。",
                "Send it again. | 请重新发送。");
    }

    private static MessageDigest digest(ImportOrder order) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(
                    String.join(
                                    "\n",
                                    order.kind().name(),
                                    order.dates().name(),
                                    order.charset().name(),
                                    String.valueOf(order.system()),
                                    String.join(",", order.ignored()),
                                    "")
                            .getBytes(StandardCharsets.UTF_8));
            return digest;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The import.
     *
     * @throws Refusal UNKNOWN where there is none
     */
    public ImportView read(CaseNumber number) {
        return imports.find(number, clock.instant())
                .orElseThrow(
                        () ->
                                Refusal.unknown(
                                        "number",
                                        "There is no import with this number. | 没有该编号的导入。",
                                        "Look for it in the list of imports. | 请在导入列表中查找。"));
    }

    /** The imports, newest first. */
    public Page<ImportView> list(@Nullable ImportState state, int offset, int limit) {
        return imports.list(
                state, offset, Math.min(Math.max(limit, 1), LONGEST_PAGE), clock.instant());
    }

    /**
     * What was wrong with its rows, in their order.
     *
     * @throws Refusal UNKNOWN where there is no such import
     */
    public Page<ImportProblem> problems(CaseNumber number, int offset, int limit) {
        read(number);
        return imports.problems(number, offset, Math.min(Math.max(limit, 1), LONGEST_PAGE));
    }

    /**
     * Stops an import; what was taken stays.
     *
     * @throws Refusal UNKNOWN where there is none; NOT_NOW where it is over
     */
    public ImportView cancel(CaseNumber number, Actor by) {
        by.refuseAuditor();
        if (!imports.cancel(number, clock.instant())) {
            ImportView view = read(number);
            if (view.state() != ImportState.CANCELLED) {
                throw Refusal.notNow(
                        "The import is not waiting or running. | 该导入不在等待或进行中。",
                        "Nothing is left to stop. | 已无可停止的内容。");
            }
        }
        return read(number);
    }
}
