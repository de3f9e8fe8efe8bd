package dev.bookplate.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bookplate.origin.Utf8Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
  private static final String ENGLISH =
      "The lamp was still on when they came back to the house, and there was no one in it but her"
          + " brother, who had been asleep for an hour and would not say what he had seen. ";
  private static final String GERMAN =
      "Die Lampe brannte noch, als sie nach Hause kamen, und es war niemand da außer ihrem Bruder,"
          + " der seit einer Stunde schlief und nicht sagen wollte, was er gesehen hatte. ";

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          en | The lamp was still on when they came back to the house, and there was no one in it but her brother, who had been asleep.
          de | Die Lampe brannte noch, als sie nach Hause kamen, und es war niemand da als ihr Bruder, der seit einer Stunde schlief.
          fr | La lampe était encore allumée quand ils sont rentrés à la maison, et il n'y avait que son frère, qui dormait depuis une heure.
          es | La lámpara seguía encendida cuando volvieron a la casa, y no había nadie en ella más que su hermano, que dormía desde hacía una hora.
          it | La lampada era ancora accesa quando tornarono a casa, e non c'era nessuno se non suo fratello, che dormiva da più di un'ora.
          pt | A lâmpada ainda estava acesa quando eles voltaram para casa, e não havia ninguém a não ser o seu irmão, que já dormia.
          nl | De lamp brandde nog toen ze thuis kwamen, en er was niemand in het huis behalve haar broer, die al een uur lag te slapen.
          ru | Лампа ещё горела, когда они вернулись в дом, и в нём не было никого, кроме её брата, который спал уже больше часа и не хотел говорить.
          el | Η λάμπα έκαιγε ακόμα όταν γύρισαν στο σπίτι, και δεν ήταν κανείς εκεί εκτός από τον αδελφό της, που κοιμόταν μία ώρα τώρα.
          ja | 二人が家に戻ったとき、ランプはまだついていて、そこには一時間前から眠っている弟のほかには誰もいなかった。
          zh | 他们回到家里的时候，灯还亮着，屋里除了她的弟弟以外没有别人，他已经睡了一个小时。
          ko | 그들이 집에 돌아왔을 때 등불은 아직 켜져 있었고 그 안에는 한 시간 전부터 자고 있던 그녀의 남동생 말고는 아무도 없었으며 그는 자기가 무엇을 보았는지 끝내 말하려고 하지 않았다.
          """)
  void isNamedByScriptOrFunctionWords(String language, String text) {
    assertEquals(language, Language.of(Utf8Text.of(text)));
  }

  @Test
  void isThatOfMostOfTheText() {
    assertEquals("de", Language.of(Utf8Text.of(ENGLISH + GERMAN.repeat(4))));
    // longer than what is looked at whole
    assertEquals("de", Language.of(Utf8Text.of(ENGLISH.repeat(300) + GERMAN.repeat(4000))));
  }

  @Test
  void isNotNamedWhereItIsNotClear() {
    assertNull(Language.of(Utf8Text.of("")));
    assertNull(Language.of(Utf8Text.of("The lamp was still on.")), "too short");
    assertNull(
        Language.of(
            Utf8Text.of(
                "Han var ikke hjemme, og det var en av dem som hun ikke hadde sett der. "
                    + "Han var ikke hjemme, og det var en af dem som hun ikke havde set der.")),
        "Danish or Norwegian");
    assertNull(Language.of(Utf8Text.of("lamp house brother hour ".repeat(20))), "a list");
    assertNull(Language.of(Utf8Text.of("1887 1888 1889 ".repeat(20))), "numbers");
  }
}
