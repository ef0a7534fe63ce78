package org.gongkai.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("R-PRI：个人信息凭校验码识别")
class PersonalDataTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "身份证 11010519491231002X。|IDENTITY",
                "310101199003071230|IDENTITY",
                "１１０１０５１９４９１２３１００２Ｘ|IDENTITY",
                "110105 19491231 002X|IDENTITY",
                "110105-19491231-002x|IDENTITY",
                "1101\u200b05194912\u200b31002X|IDENTITY",
                "一一〇一〇五一九四九一二三一〇〇二X|IDENTITY",
                "310101199003071233|IDENTITY_LIKE",
                "310101900307123|IDENTITY_OLD",
                "手机 13812345678|MOBILE",
                "+86 138-1234-5678|MOBILE",
                "一三八一二三四五六七八|MOBILE",
                "咨询电话：13812345678|OFFICE_MOBILE",
                "卡号 6222021234567890128|BANK_CARD",
                "6222 0212 3456 7890 128|BANK_CARD",
                "联系 zhangsan@163.com 即可|EMAIL",
                "车辆沪A12345|PLATE",
                "新能源 沪AD12345|PLATE",
                "护照号 E12345678|PASSPORT",
                "住宅电话：021-56781234|HOME_PHONE",
                "友谊路12弄3号502室|ADDRESS",
                "3号楼2单元501|ADDRESS",
                "出生日期：1990年3月7日|BIRTH"
            })
    void finds(String text, PersonalData.Kind kind) {
        var source = text.replace("6222021234567890128", card("622202123456789012"))
                .replace("6222 0212 3456 7890 128", card("622202123456789012").replaceAll("(.{4})(?=.)", "$1 "));
        assertThat(PersonalData.scan(source)).extracting(PersonalData.Hit::kind).containsExactly(kind);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "宝府办〔2019〕35号",
                "网站标识码：3100000087",
                "索引号：000014349/2017-00110",
                "索引号 11440700MB2C12345Y/2021-00050",
                "统一社会信用代码 91310113MA1GN12345",
                "113101130024509888",
                "2026-09-24 09:30:00",
                "总投资 12345678901234 元",
                "电话 021-56692222",
                "传真：56692222",
                "12345 市民热线",
                "shanghai@baoshan.gov.cn",
                "第 20190308123456 号",
                "沪府办〔2020〕20号",
                "邮编 201999",
                "2019.01.02 至 2019.12.31",
                "10,000,000.00",
                "面积 1234.56 平方米",
                "G1234 次列车",
                "30 日内"
            })
    void leaves_public_numbers_alone(String text) {
        assertThat(PersonalData.scan(text)).isEmpty();
    }

    @Test
    @DisplayName("遮盖留头尾（R-PRI-04）")
    void masks() {
        assertThat(PersonalData.mask(PersonalData.Kind.MOBILE, "13812345678")).isEqualTo("138****5678");
        assertThat(PersonalData.mask(PersonalData.Kind.IDENTITY, "310101199003071230"))
                .isEqualTo("310***********1230");
    }

    @Test
    @DisplayName("随机造的合法身份证号，一万个全部找到；改错一位，一个也不当真")
    void every_valid_number_is_found_and_no_broken_one_believed() {
        var random = new Random(7);
        for (int i = 0; i < 10_000; i++) {
            var valid = identity(random);
            assertThat(PersonalData.isIdentity(valid)).as(valid).isTrue();
            int at = random.nextInt(14, 17);
            char wrong = (char) ('0' + (valid.charAt(at) - '0' + 1 + random.nextInt(8)) % 10);
            var broken = valid.substring(0, at) + wrong + valid.substring(at + 1);
            assertThat(PersonalData.isIdentity(broken)).as(broken).isFalse();
        }
    }

    /** 另一种算法：末位使加权和模 11 余 1。 An independent oracle. */
    private static String identity(Random random) {
        var day = java.time.LocalDate.of(1950, 1, 1).plusDays(random.nextInt(25_000));
        var body = "310113" + day.toString().replace("-", "") + "%03d".formatted(random.nextInt(1_000));
        for (char check : "0123456789X".toCharArray()) {
            long sum = check == 'X' ? 10 : check - '0';
            for (int i = 0; i < 17; i++) {
                sum += (body.charAt(i) - '0') * (long) (Math.pow(2, 17 - i) % 11);
            }
            if (sum % 11 == 1) {
                return body + check;
            }
        }
        throw new AssertionError();
    }

    private static String card(String head) {
        for (char check = '0'; check <= '9'; check++) {
            if (PersonalData.luhn(head + check)) {
                return head + check;
            }
        }
        throw new AssertionError();
    }
}
