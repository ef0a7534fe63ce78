package org.gongkai.demonstration;

/**
 * 示范区的大小。
 *
 * <p>How large a made-up district is: how many bodies, and how busy they are.
 *
 * @param districts 区的个数；一个以上时上面有一个市
 * @param bureaus 每区的部门数，不超过二十八
 * @param streets 每区的街道数
 * @param towns 每区的镇数
 * @param villages 每个街道和镇的村居数
 * @param rate 每年形成信息次数的倍数，一为目录所写
 */
public record DistrictSize(int districts, int bureaus, int streets, int towns, int villages, double rate) {

    /** 演示用：约四十个机构，一年约一千七百条。 */
    public static final DistrictSize SMALL = new DistrictSize(1, 24, 5, 3, 1, 1.6);
    /** 一个区：四十五个机构，一年约两万条。 */
    public static final DistrictSize DISTRICT = new DistrictSize(1, 28, 9, 7, 0, 14);
    /** 一个市：十六个区，七百二十个机构。 */
    public static final DistrictSize CITY = new DistrictSize(16, 28, 9, 7, 0, 14);

    /** 同样的机构，别的频度。 */
    public DistrictSize times(double factor) {
        return new DistrictSize(districts, bureaus, streets, towns, villages, rate * factor);
    }
}
