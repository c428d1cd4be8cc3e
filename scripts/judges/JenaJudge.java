import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.jena.riot.*;
import org.apache.jena.riot.lang.LabelToNode;
import org.apache.jena.riot.system.*;
import org.apache.jena.sys.JenaSystem;

/**
 * Reads RDF files with Apache Jena RIOT. Standard input has a line for each, "syntax TAB path"; what was read is written
 * as N-Quads beside it, as "path.jena". Standard output has a line for each: "ok TAB path", "error TAB path TAB why",
 * and "warned TAB path TAB why" before it.
 */
public class JenaJudge {
    private static final Map<String, Lang> LANGUAGES = Map.of(
        "turtle", Lang.TURTLE, "trig", Lang.TRIG, "ntriples", Lang.NTRIPLES,
        "nquads", Lang.NQUADS, "jsonld", Lang.JSONLD11, "rdfxml", Lang.RDFXML);

    public static void main(String[] arguments) throws IOException {
        JenaSystem.init();
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        BufferedReader jobs = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = jobs.readLine(); line != null; line = jobs.readLine()) {
            String[] job = line.split("\t");
            try (InputStream in = Files.newInputStream(Path.of(job[1]));
                OutputStream result = Files.newOutputStream(Path.of(job[1] + ".jena"))) {
                StreamRDF writer = StreamRDFWriter.getWriterStream(result, Lang.NQUADS);
                RDFParser.source(in).lang(LANGUAGES.get(job[0])).base("https://suite.example/")
                    .labelToNode(LabelToNode.createUseLabelAsGiven())
                    .errorHandler(new ErrorHandler() {
                        public void warning(String message, long row, long column) {
                            out.println("warned\t" + job[1] + "\t" + oneLine(message));
                        }
                        public void error(String message, long row, long column) {
                            throw new RiotException(message);
                        }
                        public void fatal(String message, long row, long column) {
                            throw new RiotException(message);
                        }
                    })
                    .parse(writer);
                // The reader of JSON-LD does not say that it has come to the end.
                writer.finish();
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
