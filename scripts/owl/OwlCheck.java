/* What the OWL API and HermiT say of ontologies, one case a line: `name<TAB>word` and indented details. Run by ../check-owl.mjs. */
import java.io.File;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.semanticweb.HermiT.Configuration;
import org.semanticweb.HermiT.ReasonerFactory;
import org.semanticweb.owlapi.apibinding.OWLManager;
import org.semanticweb.owlapi.model.IRI;
import org.semanticweb.owlapi.model.MissingImportHandlingStrategy;
import org.semanticweb.owlapi.model.OWLClass;
import org.semanticweb.owlapi.model.OWLOntology;
import org.semanticweb.owlapi.model.OWLOntologyLoaderConfiguration;
import org.semanticweb.owlapi.model.OWLOntologyManager;
import org.semanticweb.owlapi.model.OWLAxiom;
import org.semanticweb.owlapi.profiles.OWLProfileViolation;
import org.semanticweb.owlapi.profiles.Profiles;
import org.semanticweb.owlapi.reasoner.OWLReasoner;
import org.semanticweb.owlapi.util.SimpleIRIMapper;

public class OwlCheck {
  /* Arguments: `iri=file` for imports; then cases, each `--case NAME PROFILE FILE...`, where PROFILE is `dl` or `any`. */
  public static void main(String[] args) throws Exception {
    List<SimpleIRIMapper> imports = new ArrayList<>();
    int at = 0;
    for (; at < args.length && !args[at].equals("--case"); at++) {
      int equals = args[at].indexOf('=');
      imports.add(new SimpleIRIMapper(IRI.create(args[at].substring(0, equals)), IRI.create(new File(args[at].substring(equals + 1)))));
    }
    while (at < args.length) {
      String name = args[at + 1];
      boolean wantsProfile = args[at + 2].equals("dl");
      List<File> files = new ArrayList<>();
      for (at += 3; at < args.length && !args[at].equals("--case"); at++) files.add(new File(args[at]));
      check(name, wantsProfile, files, imports);
    }
  }

  private static void check(String name, boolean wantsProfile, List<File> files, List<SimpleIRIMapper> imports) throws Exception {
    OWLOntologyManager manager = OWLManager.createOWLOntologyManager();
    for (SimpleIRIMapper mapper : imports) manager.getIRIMappers().add(mapper);
    manager.setOntologyLoaderConfiguration(new OWLOntologyLoaderConfiguration()
        .setMissingImportHandlingStrategy(MissingImportHandlingStrategy.THROW_EXCEPTION));
    // The same ontology by name and by import is loaded once.
    OWLOntology all = manager.createOntology(IRI.create("urn:clew:owl-check"));
    for (File file : files) {
      OWLOntology part = manager.loadOntologyFromOntologyDocument(file);
      part.importsClosure().forEach(one -> manager.addAxioms(all, one.axioms()));
    }
    List<String> details = new ArrayList<>();
    if (wantsProfile) {
      for (OWLProfileViolation violation : Profiles.OWL2_DL.checkOntology(all).getViolations()) {
        details.add("profile: " + violation.toString().replaceAll("\\s+", " "));
      }
    }
    Configuration configuration = new Configuration();
    configuration.ignoreUnsupportedDatatypes = true;
    OWLReasoner reasoner = new ReasonerFactory().createReasoner(all, configuration);
    boolean consistent = reasoner.isConsistent();
    if (!consistent) details.add("inconsistent");
    else {
      for (OWLClass empty : reasoner.getUnsatisfiableClasses().getEntitiesMinusBottom()) details.add("unsatisfiable: " + empty.getIRI());
    }
    details.sort(Comparator.naturalOrder());
    System.out.println(name + "\t" + (details.isEmpty() ? "sound" : "unsound") + "\t" + all.getAxiomCount() + "\t"
        + all.classesInSignature().count() + "\t" + all.individualsInSignature().count());
    for (String detail : details) System.out.println("  " + detail);
  }
}
