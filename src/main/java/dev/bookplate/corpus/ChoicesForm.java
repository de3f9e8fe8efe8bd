package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.Answers.Answer;
import java.util.ArrayList;
import java.util.List;

/**
 * Results of a batch of requests, as OpenAI and the hosts of open models write them ({@code
 * custom_id}, {@code response.body}), the bare answers of their interfaces ({@code choices}, or
 * {@code output} with messages), and Anthropic's results ({@code result.message}).
 */
final class ChoicesForm implements OutputForm {
  private static final List<String> BODIES =
      List.of("response.body", "result.message", "response", "body", "");

  /** Of a message, what a model wrote. */
  private static final List<String> WRITTEN =
      List.of("content", "reasoning_content", "reasoning", "refusal");

  /** What a request was, where the result repeats it. */
  private static final List<String> REQUESTS =
      List.of("request", "body.messages", "body.prompt", "messages", "prompt", "prompts", "input");

  @Override
  public Answers of(JsonNode record, String promptId) {
    for (String path : BODIES) {
      JsonNode body = path.isEmpty() ? record : OutputForm.at(record, path);
      if (isAnswer(body)) {
        return answers(record, promptId, path.isEmpty() ? "" : path + ".", body);
      }
    }
    return isResult(record) ? Answers.none(failure(record)) : null;
  }

  private static boolean isAnswer(JsonNode body) {
    return body.path("choices").isArray()
        || isMessages(body.path("output"))
        || (body.path("role").asText("").equals("assistant") && body.path("content").isArray());
  }

  private static boolean isMessages(JsonNode output) {
    return output.isArray() && output.path(0).path("type").isTextual();
  }

  private static boolean isResult(JsonNode record) {
    boolean answered = record.has("response") && !record.path("response").isTextual();
    return record.has("custom_id") && (answered || record.has("error") || record.has("result"));
  }

  private static Answers answers(JsonNode record, String promptId, String at, JsonNode body) {
    List<Found> found = new ArrayList<>();
    each(at + "choices", body.path("choices"), ChoicesForm::choice, found);
    each(at + "output", body.path("output"), ChoicesForm::message, found);
    if (body.path("content").isArray()) {
      message(at.isEmpty() ? "" : at.substring(0, at.length() - 1), body, found);
    }
    List<String> prompt = prompt(record);
    return Answers.of(
        found.stream().map(f -> new Answer(promptId, f.field, f.text, prompt)).toList(),
        found.isEmpty() && record.path("error").isObject()
            ? failure(record)
            : "the answer has no text, as one that only calls a tool");
  }

  private record Found(String field, String text) {}

  @FunctionalInterface
  private interface Taker {
    void take(String at, JsonNode node, List<Found> found);
  }

  private static void each(String at, JsonNode list, Taker taker, List<Found> found) {
    for (int i = 0; list.isArray() && i < list.size(); i++) {
      taker.take(at + "[" + i + "]", list.get(i), found);
    }
  }

  private static void choice(String at, JsonNode choice, List<Found> found) {
    add(at + ".text", choice.path("text"), found);
    message(at + ".message", choice.path("message"), found);
  }

  private static void message(String at, JsonNode message, List<Found> found) {
    for (String name : WRITTEN) {
      add(at.isEmpty() ? name : at + "." + name, message.path(name), found);
    }
  }

  private static void add(String field, JsonNode content, List<Found> found) {
    String text = OutputForm.said(content);
    if (text != null) {
      found.add(new Found(field, text));
    }
  }

  private static List<String> prompt(JsonNode record) {
    List<String> prompt = new ArrayList<>();
    for (String path : REQUESTS) {
      prompt.addAll(OutputForm.strings(OutputForm.at(record, path)));
    }
    return prompt.isEmpty() ? null : prompt;
  }

  /** What the host says of a request that it did not answer. */
  private static String failure(JsonNode record) {
    for (String path :
        List.of("error", "response.body.error", "response.error", "result.error.error")) {
      JsonNode error = OutputForm.at(record, path);
      String what = error.isTextual() ? error.textValue() : word(error, "code", "type", "message");
      if (what != null) {
        return "the request failed at its host (" + what + "), so that there is no answer";
      }
    }
    String result = word(record.path("result"), "type");
    String status = OutputForm.at(record, "response.status_code").asText("");
    return "the request has no answer"
        + (result == null ? "" : " (" + result + ")")
        + (status.isEmpty() ? "" : " (status " + status + ")");
  }

  private static String word(JsonNode node, String... names) {
    for (String name : names) {
      if (node.path(name).isTextual() && !node.path(name).textValue().isBlank()) {
        return node.path(name).textValue();
      }
    }
    return null;
  }
}
