package org.gongkai.catalogue;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gongkai.law.Term;

/** 公开渠道和载体：全国十三种，另有地方渠道归入其他（R-CAT-11）。 The thirteen national channels, in their order. */
@Term("公开渠道和载体")
public enum Channel {
    WEBSITE("政府网站", "门户网站", "政务网站", "网站"),
    GAZETTE("政府公报", "公报"),
    SOCIAL_MEDIA("两微一端", "微信", "微博", "公众号", "客户端"),
    PRESS_CONFERENCE("发布会", "听证会"),
    BROADCAST("广播电视", "广播", "电视"),
    PRINT("纸质媒体", "纸质媒介", "报纸", "报刊"),
    READING_POINT("公开查阅点", "查阅点"),
    SERVICE_CENTRE("政务服务中心", "服务大厅", "办事窗口", "行政服务中心"),
    CONVENIENCE_STATION("便民服务站", "便民服务点", "便民服务中心"),
    ON_SITE("入户", "现场"),
    NOTICE_BOARD("公示栏", "公开栏", "电子屏", "社区/企事业单位"),
    TARGETED_PUSH("精准推送"),
    OTHER("其他", "其它");

    private final List<String> words;

    Channel(String... words) {
        this.words = List.of(words);
    }

    /** 模板上的全称，导出用。 As the official template prints it. */
    public String printed() {
        return switch (this) {
            case PRESS_CONFERENCE -> "发布会/听证会";
            case ON_SITE -> "入户/现场";
            case NOTICE_BOARD -> "社区/企事业单位/村公示栏（电子屏）";
            default -> words.getFirst();
        };
    }

    /**
     * 代码或者名称说的是哪一种；写“其他”才是其他，认不出的没有，从不猜。
     *
     * <p>By code or any name; {@link #OTHER} only where it says so, and nothing for what is not understood.
     */
    public static Optional<Channel> of(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values())
                .filter(each -> each.name().equals(code))
                .findFirst()
                .or(() ->
                        Optional.of(named(text)).filter(found -> found != OTHER || OTHER.isSaidIn(Plain.tight(text))));
    }

    private boolean isSaidIn(String plain) {
        return words.stream().anyMatch(plain::contains);
    }

    /** 一个名称属于哪一种；认不出的是地方渠道，归入其他。 */
    static Channel named(String name) {
        String plain = Plain.tight(name);
        if (OTHER.words.stream().anyMatch(plain::startsWith)) {
            return OTHER;
        }
        for (Channel channel : values()) {
            if (channel.isSaidIn(plain)) {
                return channel;
            }
        }
        return OTHER;
    }
}
