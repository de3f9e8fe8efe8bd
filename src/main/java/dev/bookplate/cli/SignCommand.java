package dev.bookplate.cli;

import dev.bookplate.audit.SignerKeys;
import dev.bookplate.evidence.CustodyEntry;
import dev.bookplate.evidence.CustodyLog;
import dev.bookplate.evidence.CustodySignature;
import dev.bookplate.evidence.Problem;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.evidence.Verification;
import dev.bookplate.evidence.Verifier;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Signs a run. */
@Command(
    name = "sign",
    sortOptions = false,
    description = {
      "Check a run's digests, and sign it with an Ed25519 key: a line of its custody log vouches"
          + " for all lines before it, the first of which vouches for every file.",
      "",
      "Make a key with openssl genpkey -algorithm ed25519 -out me.pem, and the public one, which"
          + " others need, with openssl pkey -in me.pem -pubout."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate sign run --key me.pem --operator \"A. Expert\"",
      "  bookplate verify run --key me.pub.pem"
    })
final class SignCommand extends BookplateCommand {
  @Parameters(paramLabel = "RUN", description = "Folder of the run.")
  private Path run;

  @Option(
      names = "--key",
      required = true,
      paramLabel = "PEM",
      description = "Ed25519 private key, without a password.")
  private Path key;

  @Mixin private OperatorOptions operator;

  @Option(names = "--json", description = "Print the signature as JSON.")
  private boolean json;

  SignCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("run", List.of(run));
    InputPaths.requireAll("key", List.of(key));
    CustodySignature.Keys keys = SignerKeys.keys(key);
    Verification result = new Verification();
    if (new Verifier(run, result).bytes() == null) {
      Problem first = result.problems().getFirst();
      throw new EvidenceException(first.sentence() + " A run that does not hold is not signed.");
    }
    if (!CustodyLog.isIn(run)) {
      throw new UsageException(
          run + " has no custody log, since it was made before one was kept; scan again to sign.");
    }
    CustodyEntry entry = CustodySignature.sign(run, keys, operator.by(session()));
    String name = CustodySignature.name(keys.open());
    if (json) {
      print(
          RunJson.line(
              Map.of("line", entry.number(), "key", name, "signature", entry.signature())));
    } else {
      tell("Signed in line " + entry.number() + " of " + run.resolve("custody.jsonl"));
      tell("Key (SHA-256 of the public one): " + name);
    }
    return ExitCode.DONE;
  }
}
