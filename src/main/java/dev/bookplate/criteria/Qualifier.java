package dev.bookplate.criteria;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/**
 * Applies rules to works. A work may be in several sources and have several registrations: it
 * qualifies if one source and one registration meet all criteria together, and does not if none
 * can.
 *
 * <p>A date that is known to the month or year stands for all its days, and an answer is given
 * where it is the same for all of them. Criteria of registration ask for less as publication and
 * acquisition are later and the registration is earlier, so that answering each by itself loses
 * nothing.
 */
public final class Qualifier {
  private final CriteriaRules rules;

  /** By some rules. */
  public Qualifier(CriteriaRules rules) {
    this.rules = rules;
  }

  private record Case(WorkData work, AcquisitionSource source, Registration registration) {}

  /** What the rules say of a work. */
  public Qualification of(WorkData work) {
    Qualification best = null;
    for (AcquisitionSource source : orNull(work.found().sources())) {
      for (Registration registration : orNull(work.registrations())) {
        Qualification one = of(new Case(work, source, registration));
        if (best == null || rank(one) > rank(best)) {
          best = one;
        }
      }
    }
    return best;
  }

  private static <T> List<T> orNull(List<T> list) {
    return list.isEmpty() ? Collections.singletonList(null) : list;
  }

  /** The verdict first, then how much is met, then how much is not excluded. */
  private static long rank(Qualification one) {
    long met = count(one, Verdict.Y);
    long open = count(one, Verdict.UNKNOWN);
    long verdict =
        switch (one.verdict()) {
          case Y -> 2;
          case UNKNOWN -> 1;
          case N -> 0;
        };
    return verdict * 1_000_000 + met * 1000 + open;
  }

  private static long count(Qualification one, Verdict verdict) {
    return one.outcomes().stream().filter(o -> o.verdict() == verdict).count();
  }

  private Qualification of(Case each) {
    List<Outcome> outcomes = new ArrayList<>();
    Verdict all = Verdict.Y;
    for (Criterion criterion : rules.criteria()) {
      Outcome outcome = outcome(criterion, each);
      all = all.and(outcome.verdict());
      outcomes.add(outcome);
    }
    return new Qualification(all, each.source, each.registration, List.copyOf(outcomes));
  }

  private static Outcome outcome(Criterion criterion, Case of) {
    return switch (criterion) {
      case Criterion.Identified identified -> identified(identified, of.work);
      case Criterion.RegisteredWithin within -> within(within, of);
      case Criterion.RegisteredBeforeAcquisition before -> registeredBefore(before, of);
      case Criterion.PublishedBeforeAcquisition before -> publishedBefore(before, of);
      case Criterion.CopyFound copy -> copy(copy, of.work.found());
      case Criterion.InLanguage in -> language(in, of.work);
      case Criterion.HasRights has -> rights(has, of.work);
      case Criterion.AnyOf any -> any(any, of);
    };
  }

  private static Outcome result(Criterion of, Verdict verdict, String no, String unknown) {
    String code =
        switch (verdict) {
          case Y -> Outcome.MET;
          case N -> no;
          case UNKNOWN -> unknown;
        };
    return new Outcome(of.id(), verdict, code);
  }

  private static Outcome identified(Criterion.Identified of, WorkData work) {
    boolean has =
        of.anyOf().contains("isbn") && !work.isbns().isEmpty()
            || of.anyOf().contains("asin") && !work.asins().isEmpty();
    String kinds = String.join("_", of.anyOf()).toUpperCase(Locale.ROOT);
    return result(of, Verdict.of(has, work.saidUnnumbered()), "NO_" + kinds, kinds + "_NOT_KNOWN");
  }

  /** Null where a registration with a date is there. */
  private static Outcome unregistered(Criterion of, Case each) {
    Registration registration = each.registration;
    if (registration == null) {
      boolean said = each.work.saidUnregistered();
      return result(of, Verdict.of(false, said), "NO_REGISTRATION", "REGISTRATION_NOT_KNOWN");
    }
    return registration.effective() == null
        ? new Outcome(of.id(), Verdict.UNKNOWN, "REG_DATE_NOT_KNOWN")
        : null;
  }

  private static Outcome within(Criterion.RegisteredWithin of, Case each) {
    Outcome none = unregistered(of, each);
    if (none != null) {
      return none;
    } else if (each.work.published() == null) {
      return new Outcome(of.id(), Verdict.UNKNOWN, "PUB_DATE_NOT_KNOWN");
    }
    Verdict verdict = each.registration.effective().isWithin(of.period(), each.work.published());
    return result(of, verdict, "REG_TOO_LATE_" + label(of.period()), "DATE_TOO_COARSE");
  }

  private static String label(Period period) {
    return period.toString().substring(1);
  }

  /** Null where the day of acquisition is known. */
  private static Outcome notAcquired(Criterion of, Case each) {
    if (each.source == null) {
      return new Outcome(of.id(), Verdict.UNKNOWN, "SOURCE_NOT_KNOWN");
    }
    return each.source.acquired() == null
        ? new Outcome(of.id(), Verdict.UNKNOWN, "ACQUISITION_DATE_NOT_KNOWN")
        : null;
  }

  private static Outcome registeredBefore(Criterion of, Case each) {
    Outcome none = unregistered(of, each);
    Outcome acquired = none == null ? notAcquired(of, each) : none;
    if (acquired != null) {
      return acquired;
    }
    Verdict verdict = each.registration.effective().isBefore(each.source.acquired());
    return result(of, verdict, "REG_AFTER_DOWNLOAD", "DATE_TOO_COARSE");
  }

  private static Outcome publishedBefore(Criterion of, Case each) {
    Outcome acquired = notAcquired(of, each);
    if (acquired != null) {
      return acquired;
    } else if (each.work.published() == null) {
      return new Outcome(of.id(), Verdict.UNKNOWN, "PUB_DATE_NOT_KNOWN");
    }
    Verdict verdict = each.work.published().isWithin(Period.ZERO, each.source.acquired());
    return result(of, verdict, "PUB_AFTER_DOWNLOAD", "DATE_TOO_COARSE");
  }

  /** What was not found may still be in what was not read: that is no N. */
  private static Outcome copy(Criterion of, WorkData.Found found) {
    if (!found.sources().isEmpty()) {
      return new Outcome(of.id(), Verdict.Y, Outcome.MET);
    } else if (found.onlyEmpty()) {
      return new Outcome(of.id(), Verdict.N, "EMPTY_FILE");
    }
    String why = found.elsewhere() ? "SOURCE_NOT_KNOWN" : "NO_COPY_FOUND";
    return new Outcome(of.id(), Verdict.UNKNOWN, why);
  }

  private static Outcome language(Criterion.InLanguage of, WorkData work) {
    boolean is = work.languages().stream().anyMatch(of.anyOf()::contains);
    boolean isOther = !work.languages().isEmpty() && !is;
    String no = of.anyOf().equals(List.of("en")) ? "NOT_ENGLISH" : "OTHER_LANGUAGE";
    return result(of, Verdict.of(is, isOther), no, "LANGUAGE_NOT_KNOWN");
  }

  private static Outcome rights(Criterion.HasRights of, WorkData work) {
    boolean isKnown = work.rights() != null && !work.rights().equals("unknown");
    boolean is = isKnown && of.anyOf().contains(work.rights());
    String no = isKnown ? work.rights().toUpperCase(Locale.ROOT).replace('-', '_') : "";
    return result(of, Verdict.of(is, isKnown), no, "RIGHTS_NOT_KNOWN");
  }

  private static Outcome any(Criterion.AnyOf of, Case each) {
    Verdict verdict = Verdict.N;
    List<String> codes = new ArrayList<>();
    for (Criterion criterion : of.of()) {
      Outcome outcome = outcome(criterion, each);
      verdict = verdict.or(outcome.verdict());
      if (!codes.contains(outcome.code())) {
        codes.add(outcome.code());
      }
    }
    codes.remove(Outcome.MET);
    String why = String.join("+", codes);
    return result(of, verdict, why, why);
  }
}
