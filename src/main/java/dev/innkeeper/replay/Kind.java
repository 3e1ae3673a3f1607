package dev.innkeeper.replay;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;

/** What is particular to one kind of file. */
interface Kind {

    /** Where its rows are sent: path and query. */
    String address();

    /**
     * The file as it is sent.
     *
     * @param out where it says what it could not make out
     */
    Table prepared(Table file, PrintStream out) throws IOException;

    /** The member of a result that tells of the case. */
    String member();

    /** The members of the case that are counted, by the title of the count. */
    Map<String, String> counted();

    /** The members of the case that are written to the file of results. */
    List<String> written();

    /**
     * What is to be said of a row that was taken, or nothing.
     *
     * @param result what the service says of the case
     */
    String remark(JsonNode result);

    /** The title over all remarks. */
    String remarks();

    /**
     * What is to be said at the end, or nothing.
     *
     * @param counts by title and value
     */
    String closing(Map<String, Map<String, Integer>> counts);
}
