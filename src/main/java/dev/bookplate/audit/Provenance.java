package dev.bookplate.audit;

import dev.bookplate.evidence.CustodyEntry;
import dev.bookplate.evidence.ReceivedList;
import java.nio.charset.Charset;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What was said of a scan, and decides nothing of what it finds.
 *
 * @param operator who scans, or null
 * @param suppliedBy who supplied the corpora, or null
 * @param received when they were received, ISO 8601, or null
 * @param media what they came on, or null
 * @param list the producing party's list of digests, or null
 */
public record Provenance(
    String operator, String suppliedBy, String received, String media, ReceivedList list) {
  /** Nothing was said. */
  public static final Provenance NONE = new Provenance(null, null, null, null, null);

  boolean saysNothingOfCorpora() {
    return suppliedBy == null && received == null && media == null && list == null;
  }

  /**
   * Who does something to a run now.
   *
   * @param operator as stated, or null
   * @param host name of the machine, or null
   */
  public static CustodyEntry.By by(String operator, String host) {
    return new CustodyEntry.By(
        operator, System.getProperty("user.name"), host, program(), Build.sha256());
  }

  private static String program() {
    String commit = Build.THIS.commit();
    return "bookplate " + Build.THIS.version() + (commit == null ? "" : " " + commit);
  }

  /** What the program runs in, as far as it could have a part in what it does. */
  static Map<String, String> environment() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("architecture", System.getProperty("os.arch"));
    facts.put("processors", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("memoryBytes", Long.toString(Runtime.getRuntime().maxMemory()));
    facts.put("locale", Locale.getDefault().toLanguageTag());
    facts.put("timeZone", ZoneId.systemDefault().getId());
    facts.put("charset", Charset.defaultCharset().name());
    facts.put("account", System.getProperty("user.name"));
    return facts;
  }
}
