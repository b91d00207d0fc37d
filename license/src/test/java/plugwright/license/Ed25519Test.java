package plugwright.license;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ed25519Test {

    private static final HexFormat HEX = HexFormat.of();

    /** RFC 8032 §7.1, TEST 1 to 3: secret key, public key, message, signature. */
    @ParameterizedTest
    @Tag("LIC-6")
    @CsvSource({
        "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60,"
                + "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a,'',"
                + "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46b"
                + "d25bf5f0595bbe24655141438e7a100b",
        "4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb,"
                + "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c,72,"
                + "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c"
                + "387b2eaeb4302aeeb00d291612bb0c00",
        "c5aa8df43f9f837bedb7442f31dcb7b166d38535076f094b85ce3a2e0b4458f7,"
                + "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025,af82,"
                + "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac18ff9b538d16f290ae67f760984dc659"
                + "4a7c15e9716ed28dc027beceea1ec40a"
    })
    void signsAndVerifiesAsTheRfcWhenGivenItsVectors(String secret, String open, String message, String signature) {
        PrivateKey privateKey = PemKeys.privateKey(Fixtures.privatePem(secret)).orElseThrow();
        PublicKey publicKey = PemKeys.publicKey(Fixtures.publicPem(open)).orElseThrow();
        byte[] text = HEX.parseHex(message);

        assertThat(HEX.formatHex(Ed25519.sign(privateKey, text))).isEqualTo(signature);
        assertThat(Ed25519.isGenuine(publicKey, text, HEX.parseHex(signature))).isTrue();
        assertThat(Ed25519.isPair(privateKey, publicKey)).isTrue();
    }

    @Test
    @Tag("LIC-6")
    void putsContextAndAZeroByteBeforeThePayloadWhenSigning() {
        assertThat(new String(Ed25519.message(new byte[] {65, 66}), StandardCharsets.ISO_8859_1))
                .isEqualTo("plugwright licence key v1\0AB");
    }

    @Test
    void isNotGenuineWhenTheSignatureIsNone() {
        PublicKey publicKey = PemKeys.publicKey(Fixtures.publicPem(Fixtures.PUBLIC)).orElseThrow();
        byte[] large = new byte[64];
        Arrays.fill(large, (byte) 0xFF);

        assertThat(Ed25519.isGenuine(publicKey, new byte[0], new byte[0])).isFalse();
        assertThat(Ed25519.isGenuine(publicKey, new byte[0], new byte[63])).isFalse();
        assertThat(Ed25519.isGenuine(publicKey, new byte[0], new byte[64])).isFalse();
        assertThat(Ed25519.isGenuine(publicKey, new byte[0], large)).isFalse();
    }

    @Test
    void refusesToSignWhenTheKeyIsOfAnotherKind() throws Exception {
        PrivateKey other = KeyPairGenerator.getInstance("EC").generateKeyPair().getPrivate();

        assertThatThrownBy(() -> Ed25519.sign(other, new byte[0])).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "''",
        "-----BEGIN PRIVATE KEY-----",
        "-----END PRIVATE KEY----------BEGIN PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----=A-----END PRIVATE KEY-----",
        "-----BEGIN PRIVATE KEY-----AAAA-----END PRIVATE KEY-----",
        "-----BEGIN ENCRYPTED PRIVATE KEY-----AAAA-----END ENCRYPTED PRIVATE KEY-----"
    })
    void hasNoKeyWhenTheTextHoldsNone(String text) {
        assertThat(PemKeys.privateKey(text)).isEmpty();
        assertThat(PemKeys.publicKey(text.replace("PRIVATE", "PUBLIC"))).isEmpty();
    }
}
