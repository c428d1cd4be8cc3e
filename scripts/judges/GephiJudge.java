import java.awt.Color;
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.util.*;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

/**
 * Reads graph files with the Gephi Toolkit's importers. Standard input has a path on each line. Standard output has for
 * each a line "file TAB path", then lines "issue TAB what", "node TAB id TAB label TAB x TAB y TAB size TAB colour",
 * "edge TAB id TAB source TAB target TAB label TAB colour" and "value TAB column TAB text" for what went before; tabs,
 * line breaks and backslashes within a field are escaped.
 */
public class GephiJudge {
    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            row(out, "file", path);
            try {
                projects.newProject();
                Workspace workspace = projects.getCurrentWorkspace();
                Container container = imports.importFile(new File(path));
                // As the file has it: Gephi's window would spread the graph and make its nodes larger.
                container.getLoader().setAutoScale(false);
                imports.process(container, new DefaultProcessor(), workspace);
                Iterator<Issue> issues = container.getReport().getIssues(1000);
                while (issues.hasNext()) {
                    Issue issue = issues.next();
                    row(out, "issue", issue.getLevel() + ": " + issue.getMessage());
                }
                Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
                for (Node node : graph.getNodes()) {
                    row(out, "node", node.getId(), node.getLabel(), node.x(), node.y(), node.size(), colour(node));
                    values(out, node);
                }
                for (Edge edge : graph.getEdges()) {
                    row(out, "edge", edge.getId(), edge.getSource().getId(), edge.getTarget().getId(), edge.getLabel(), colour(edge), edge.getWeight());
                    values(out, edge);
                }
                projects.closeCurrentProject();
            } catch (Exception problem) {
                row(out, "issue", String.valueOf(problem));
            }
        }
        out.flush();
        // The toolkit leaves threads behind.
        System.exit(0);
    }

    private static String colour(ElementProperties element) {
        Color colour = element.getColor();
        return String.format("#%02x%02x%02x", colour.getRed(), colour.getGreen(), colour.getBlue());
    }

    private static void values(PrintStream out, Element element) {
        for (Column column : element.getAttributeColumns()) {
            Object value = element.getAttribute(column);
            if (value != null && !column.isProperty()) row(out, "value", column.getTitle(), value);
        }
    }

    private static void row(PrintStream out, String kind, Object... fields) {
        StringBuilder line = new StringBuilder(kind);
        for (Object field : fields) {
            String text = String.valueOf(field);
            line.append('\t').append(text.replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r"));
        }
        out.println(line);
    }
}
