import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Transaction;

/**
 * Runs Cypher files in an embedded Neo4j, and prints what its database holds: once where there is no file, else after each.
 *
 * Usage: NeoJudge HOME [FILE ...]   a line `after FILE`, then one of JSON for each node and relationship
 */
public class NeoJudge {
    public static void main(String[] arguments) throws Exception {
        PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        DatabaseManagementService service =
            new DatabaseManagementServiceBuilder(java.nio.file.Path.of(arguments[0])).build();
        GraphDatabaseService database = service.database("neo4j");
        if (arguments.length == 1) print(out, database, "");
        for (int i = 1; i < arguments.length; i++) {
            // As cypher-shell does: a statement ends with a semicolon at the end of a line.
            for (String statement : Files.readString(java.nio.file.Path.of(arguments[i])).split(";\n")) {
                if (!statement.isBlank()) database.executeTransactionally(statement);
            }
            print(out, database, arguments[i]);
        }
        out.flush();
        service.shutdown();
        System.exit(0);
    }

    private static void print(PrintStream out, GraphDatabaseService database, String file) {
        out.println("after " + file);
        try (Transaction transaction = database.beginTx()) {
            transaction.getAllNodes().forEach(node -> {
                List<String> labels = new ArrayList<>();
                for (Label label : node.getLabels()) labels.add(text(label.name()));
                out.println("{\"labels\":[" + String.join(",", labels) + "],\"properties\":" + map(node.getAllProperties()) + "}");
            });
            transaction.getAllRelationships().forEach(edge -> {
                String ends = text(edge.getStartNode().getProperty("id")) + "," + text(edge.getEndNode().getProperty("id"));
                out.println("{\"ends\":[" + ends + "],\"type\":" + text(edge.getType().name()) + ",\"properties\":" + map(edge.getAllProperties()) + "}");
            });
        }
    }

    private static String map(Map<String, Object> properties) {
        List<String> members = new ArrayList<>();
        properties.forEach((name, value) -> members.add(text(name) + ":" + json(value)));
        return "{" + String.join(",", members) + "}";
    }

    /** Numbers as texts with their type, since JSON would hold neither every digit nor NaN. */
    private static String json(Object value) {
        return value instanceof Number ? text(value.getClass().getSimpleName() + " " + value) : value instanceof Boolean ? value.toString() : text(value);
    }

    private static String text(Object value) {
        StringBuilder quoted = new StringBuilder("\"");
        for (char c : value.toString().toCharArray()) {
            if (c < ' ' || c > '~' || c == '"' || c == '\\') quoted.append(String.format("\\u%04x", (int) c));
            else quoted.append(c);
        }
        return quoted.append('"').toString();
    }
}
