import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.eclipse.rdf4j.rio.*;
import org.eclipse.rdf4j.rio.helpers.BasicParserSettings;

/**
 * Reads RDF files with RDF4J Rio. Standard input has a line for each, "syntax TAB path"; what was read is written as
 * N-Quads beside it, as "path.rio". Standard output has a line for each: "ok TAB path", "error TAB path TAB why", and
 * "warned TAB path TAB why" before it.
 */
public class RioJudge {
    private static final Map<String, RDFFormat> FORMATS = Map.of(
        "turtle", RDFFormat.TURTLE, "trig", RDFFormat.TRIG, "ntriples", RDFFormat.NTRIPLES,
        "nquads", RDFFormat.NQUADS, "jsonld", RDFFormat.JSONLD, "rdfxml", RDFFormat.RDFXML);

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            String[] job = line.split("\t");
            try (InputStream in = Files.newInputStream(Path.of(job[1]));
                OutputStream result = Files.newOutputStream(Path.of(job[1] + ".rio"))) {
                RDFParser parser = Rio.createParser(FORMATS.get(job[0]));
                parser.set(BasicParserSettings.PRESERVE_BNODE_IDS, true);
                parser.setRDFHandler(Rio.createWriter(RDFFormat.NQUADS, result));
                parser.setParseErrorListener(new ParseErrorListener() {
                    public void warning(String message, long row, long column) {
                        out.println("warned\t" + job[1] + "\t" + oneLine(message));
                    }
                    public void error(String message, long row, long column) {
                        warning(message, row, column);
                    }
                    public void fatalError(String message, long row, long column) {
                        // Thrown as well.
                    }
                });
                parser.parse(in, "https://suite.example/");
                out.println("ok\t" + job[1]);
            } catch (Exception | StackOverflowError problem) {
                out.println("error\t" + job[1] + "\t" + oneLine(String.valueOf(problem)));
            }
        }
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
