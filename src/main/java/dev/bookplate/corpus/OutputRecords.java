package dev.bookplate.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.Answers.Answer;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

/**
 * Takes the completions out of records of what models wrote: each is a document, and a record of
 * the ledger.
 */
final class OutputRecords implements JsonShardReader.Unfolding {
  private static final int ID_DIGITS = 16;

  /** Characters of the prompts of all completions of one record: each is held against its own. */
  private static final long MOST_PROMPTS = 1L << 30;

  private final ReadOptions options;
  private final PromptIds ids;
  private final List<OutputForm> forms;
  private final String unknown;
  private PromptFile prompts;

  OutputRecords(ReadOptions options) {
    Outputs outputs = options.outputs();
    this.options = options;
    ids = PromptIds.of(options.fields());
    List<String> typed = options.fields().text();
    boolean isUsual = typed.equals(Fields.DEFAULT.text());
    List<String> asked = outputs.promptFields();
    forms =
        isUsual
            ? List.of(
                new ChoicesForm(),
                new HarnessForm(),
                new FieldsForm(FieldsForm.SURE, asked),
                new ChatForm(),
                new FieldsForm(FieldsForm.OPEN, asked))
            : List.of(new FieldsForm(typed, asked));
    unknown =
        isUsual
            ? "no completion: neither choices, resps, messages nor one of the fields "
                + String.join(", ", FieldsForm.SURE)
                + ", text, content; name its field with --text-field"
            : "none of the fields " + String.join(", ", typed);
  }

  @Override
  public Iterator<ReadOutcome> of(byte[] bytes, int from, int to, Supplier<Origin> origin) {
    JsonNode record;
    try {
      record = OutputJson.read(bytes, from, to);
    } catch (StreamConstraintsException e) {
      return one(
          new ReadOutcome.Skipped(
              origin.get(),
              SkipReason.OVER_LIMIT,
              "larger than any answer of a model: " + e.getOriginalMessage()));
    } catch (IOException e) {
      return one(new ReadOutcome.Failed(origin.get(), "not valid JSON: " + problem(e)));
    }
    return of(record, origin);
  }

  /** What is in a record, wherever it stood. Other threads may ask at the same time. */
  Iterator<ReadOutcome> of(JsonNode record, Supplier<Origin> origin) {
    PromptFile named;
    try {
      named = prompts();
    } catch (IOException e) {
      String message = "the prompts cannot be used: " + Problems.of(e) + "; give --prompts anew";
      return one(new ReadOutcome.Failed(origin.get(), message));
    }
    String promptId = ids.of(record);
    Answers answers =
        forms.stream()
            .map(form -> form.of(record, promptId))
            .filter(Objects::nonNull)
            .findFirst()
            .orElse(null);
    if (answers == null) {
      return one(new ReadOutcome.Skipped(origin.get(), SkipReason.NO_TEXT_FIELD, unknown));
    }
    if (answers.none() != null) {
      String which = promptId == null ? "" : "prompt " + promptId + ": ";
      return one(new ReadOutcome.Skipped(origin.get(), SkipReason.EMPTY, which + answers.none()));
    }
    if (prompts(answers) > MOST_PROMPTS) {
      return one(
          new ReadOutcome.Skipped(
              origin.get(),
              SkipReason.OVER_LIMIT,
              "the prompts of its completions have over "
                  + MOST_PROMPTS
                  + " characters, each completion with all that came before it; cut it up"));
    }
    String model = model(record);
    return answers.list().stream()
        .<ReadOutcome>map(
            answer -> new ReadOutcome.Read(document(answer, model, named, origin.get())))
        .iterator();
  }

  /** Counted as far as the limit. */
  private static long prompts(Answers answers) {
    long characters = 0;
    for (Answer answer : answers.list()) {
      for (String text : answer.prompt() == null ? List.<String>of() : answer.prompt()) {
        characters += text.length();
        if (characters > MOST_PROMPTS) {
          return characters;
        }
      }
    }
    return characters;
  }

  private static Iterator<ReadOutcome> one(ReadOutcome outcome) {
    return List.of(outcome).iterator();
  }

  private static String problem(IOException e) {
    return e instanceof JsonProcessingException json ? json.getOriginalMessage() : Problems.of(e);
  }

  private synchronized PromptFile prompts() throws IOException {
    prompts = prompts == null ? PromptFile.of(options.outputs(), options.fields()) : prompts;
    return prompts;
  }

  private CorpusDocument document(Answer answer, String model, PromptFile named, Origin origin) {
    List<String> prompt = answer.prompt();
    List<String> asked = named.of(answer.promptId());
    if (asked != null) {
      prompt = prompt == null ? asked : PromptFile.both(asked, prompt);
    }
    String id = answer.promptId() != null || prompt == null ? answer.promptId() : digest(prompt);
    return new CorpusDocument(
        origin,
        answer.field(),
        JsonShardReader.EXTRACTOR + " outputs",
        Utf8Text.of(answer.text()),
        () ->
            new CorpusDocument.Facts(id, new CorpusDocument.Claims(null, model, null, null), null),
        new Completion(id, prompt));
  }

  private static String digest(List<String> prompt) {
    return "sha256:" + Digests.sha256(String.join("\n", prompt)).substring(0, ID_DIGITS);
  }

  /** The model that the record names, which nothing checks, or null. */
  private static String model(JsonNode record) {
    for (String path : List.of("response.body.model", "result.message.model", "model")) {
      JsonNode model = OutputForm.at(record, path);
      if (model.isTextual()) {
        return model.textValue();
      }
    }
    return null;
  }
}
