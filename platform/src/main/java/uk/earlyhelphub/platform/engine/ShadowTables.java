package uk.earlyhelphub.platform.engine;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;

/** Second tables for a projection, of the same shape and names, in a schema of their own. */
final class ShadowTables {
    private static final int NAMED = 50;

    private final Projection projection;
    private final String schema;

    ShadowTables(Projection projection, String schema) {
        this.projection = projection;
        this.schema = schema;
    }

    private String shadow(String table) {
        return schema + table.substring(table.indexOf('.'));
    }

    /** Makes those that are not there yet. */
    void make(JdbcTemplate jdbc) {
        Stream.concat(projection.tables().stream(), projection.notes().stream())
                .forEach(table -> jdbc.execute(
                        "create table if not exists " + shadow(table) + " (like " + table + " including all)"));
    }

    /** Has statements without a schema mean these tables, until the transaction ends. */
    void use(JdbcTemplate jdbc) {
        jdbc.execute("set local search_path to " + schema + ", projections, reactions");
    }

    void drop(JdbcTemplate jdbc) {
        Stream.concat(projection.tables().stream(), projection.notes().stream())
                .forEach(table -> jdbc.execute("drop table if exists " + shadow(table)));
    }

    /** Puts their content in the place of the first tables'. Readers see all of the old until all of the new is there. */
    void swapIn(JdbcTemplate jdbc) {
        for (var table : projection.tables()) {
            jdbc.update("delete from " + table);
            jdbc.update("insert into " + table + " select * from " + shadow(table));
        }
    }

    /** SHA-256 over the first tables. */
    String digestOfFirst(JdbcTemplate jdbc) {
        return digest(projection.tables(), jdbc);
    }

    /** SHA-256 over the second tables. */
    String digestOfSecond(JdbcTemplate jdbc) {
        return digest(projection.tables().stream().map(this::shadow).toList(), jdbc);
    }

    /** SHA-256 over a projection's tables as they stand, each row once, in an order that does not depend on the server. */
    static String digest(List<String> tables, JdbcTemplate jdbc) {
        var sha = sha256();
        var streaming = new JdbcTemplate(java.util.Objects.requireNonNull(jdbc.getDataSource()));
        streaming.setFetchSize(1000);
        for (var table : tables) {
            sha.update((table.substring(table.indexOf('.') + 1) + "\n").getBytes(StandardCharsets.UTF_8));
            streaming.query("select t::text as line from " + table + " t order by t::text collate \"C\"", row -> {
                var line = row.getString(1);
                sha.update((line.length() + ":" + line + "\n").getBytes(StandardCharsets.UTF_8));
            });
        }
        return HexFormat.of().formatHex(sha.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }

    /** Rows that differ: how many there are, and the first of them by table and key, never by content. */
    record Differences(long count, List<String> named) {}

    Differences differences(JdbcTemplate jdbc) {
        long count = 0;
        var named = new ArrayList<String>();
        for (var table : projection.tables()) {
            var rows = differingRows(table, jdbc);
            var all = jdbc.queryForObject("select count(*) from (" + rows + ") d", Long.class);
            count += all == null ? 0 : all;
            if (all != null && all > 0 && named.size() < NAMED) {
                named.addAll(jdbc.queryForList(
                        "select '" + table + " ' || key || ': ' || how from (" + rows + ") d order by key limit "
                                + (NAMED - named.size()),
                        String.class));
            }
        }
        return new Differences(count, List.copyOf(named));
    }

    private String differingRows(String table, JdbcTemplate jdbc) {
        var key = String.join(
                " || ' ' || ",
                jdbc.queryForList(
                        "select quote_ident(a.attname) || '::text' from pg_index i join pg_attribute a"
                                + " on a.attrelid = i.indrelid and a.attnum = any (i.indkey)"
                                + " where i.indrelid = ?::regclass and i.indisprimary order by a.attnum",
                        String.class,
                        table));
        var rows = "(select " + key + " as key, t::text as line from %s t)";
        return ("select coalesce(f.key, s.key) as key, case when f.key is null then 'missing from what is shown'"
                        + " when s.key is null then 'shown, but not what the history says' else 'differs from what the history says' end as how"
                        + " from " + rows + " f full join " + rows + " s on f.key = s.key"
                        + " where f.line is distinct from s.line")
                .formatted(table, shadow(table));
    }
}
