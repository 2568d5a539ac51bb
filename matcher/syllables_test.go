package matcher

import (
	"math/rand/v2"
	"testing"

	"github.com/seed-539c57aa/pratique/matcher/names"
)

func TestHangulLikeness(t *testing.T) {
	for _, c := range []struct {
		hangul, latin string
		want          int
		reason        string
	}{
		{"yeongcheol", "yongchol", sameFolded, "the DPRK's romanisation: eo is o, ch is chieut"},
		{"yeongcheol", "youngchul", sameFolded - rareVowel, "customary English: young, chul"},
		{"jeongeun", "jongun", sameFolded, "the DPRK's: j is jieut, eu is u"},
		{"jeongeun", "chongun", sameFolded - rareConsonant, "McCune-Reischauer without apostrophes: ch is jieut"},
		{"chunseong", "chunsong", sameFolded, "chieut is ch"},
		{"junseong", "chunsong", sameFolded - rareConsonant, "jieut is j, ch is another name's"},
		{"cheolsu", "jolsu", sameFolded - rareConsonant, "chieut is never j"},
		{"taeseong", "thaesong", sameFolded, "the DPRK's th"},
		{"byeongho", "pyongho", sameFolded, "b as p"},
		{"suyeong", "suyoung", sameFolded, "young is yeong as often as not"},
		{"suyong", "suyoung", sameFolded - rareVowel, "and seldom yong"},
		{"seoil", "suil", 0, "eo is u in closed syllables only"},
		{"yeongsun", "yongson", 0, "u is never o"},
		{"yeongho", "yongchol", 0, "another syllable"},
	} {
		if got := hangulLikeness(c.hangul, c.latin); got != c.want {
			t.Errorf("hangulLikeness(%q, %q) = %d, want %d (%s)", c.hangul, c.latin, got, c.want, c.reason)
		}
	}
}

func TestHanLikeness(t *testing.T) {
	for _, c := range []struct {
		a, b   string
		want   int
		reason string
	}{
		{"jingguo", "chingkuo", sameFolded, "Wade-Giles stops"},
		{"yongyuan", "yungyuan", sameLoosely, "-ung for -ong"},
		{"yongyuan", "yungyuen", 0, "another vowel"},
		{"guoqiang", "guoping", 0, "another syllable"},
	} {
		if got := hanLikeness(c.a, c.b); got != c.want {
			t.Errorf("hanLikeness(%q, %q) = %d, want %d (%s)", c.a, c.b, got, c.want, c.reason)
		}
	}
}

// TestSyllableHash holds the index's key against what the comparison finds alike.
func TestSyllableHash(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 1))
	initials := []string{"", "w", "g", "k", "kh", "d", "t", "th", "b", "p", "j", "ch", "s", "sh", "r", "l", "n"}
	vowels := []string{"a", "o", "u", "eo", "eu", "oo", "ou", "yeo", "you", "yo", "i", "ee", "ae", "ai"}
	finals := []string{"", "n", "ng", "l", "k", "h"}
	syllable := func() string {
		return initials[random.IntN(len(initials))] + vowels[random.IntN(len(vowels))] + finals[random.IntN(len(finals))]
	}
	alike := 0
	for range 200000 {
		a, b := syllable(), syllable()
		if random.IntN(2) == 0 {
			x := syllable()
			a, b = a+x, b+x
		}
		if got, want := koreanForms(a, b), slowKoreanForms(a, b); got != want {
			t.Fatalf("koreanForms(%q, %q) = %v, want %v", a, b, got, want)
		}
		for _, like := range [...]int{hangulLikeness(a, b), hanLikeness(a, b)} {
			if like == 0 {
				continue
			}
			alike++
			if syllableHash(a) != syllableHash(b) {
				t.Fatalf("%q and %q are alike (%d) and share no key", a, b, like)
			}
		}
	}
	if alike < 1000 {
		t.Errorf("%d alike: too few to tell", alike)
	}
}

// slowKoreanForms is koreanForms without its short cut.
func slowKoreanForms(a, b string) bool {
	if d := len(a) - len(b); d > 2 || d < -2 || len(a) < 2 || len(b) < 2 || len(a) > maxKoreanWord || len(b) > maxKoreanWord {
		return false
	}
	return string(broad(foldKorean(nil, a))) == string(broad(foldKorean(nil, b)))
}

// TestKnownSpelling holds that a name that many bear and of which no other spelling is
// known is heard in an unknown one only where they sound nearly the same.
func TestKnownSpelling(t *testing.T) {
	o := DefaultOptions()
	score := func(a, b string) Score {
		return Compare(names.Person.Parse(a), names.Person.Parse(b), o).Score
	}
	for _, c := range []struct {
		query, listed string
		reason        string
	}{
		{"Robert Coleman", "KULMAN, Robert", "two other vowels, one of them not written"},
		{"KULMAN, Robert", "Robert Coleman", "the same, asked the other way"},
	} {
		if got := score(c.query, c.listed); got >= 800 {
			t.Errorf("%q, %q score %s: want less than 0.800 (%s)", c.query, c.listed, got, c.reason)
		}
	}
	for _, c := range []struct {
		query, listed string
		reason        string
	}{
		{"Ahmed Soleymany", "SOLEIMANI, Ahmad", "a known name in a spelling of the Persians"},
		{"Stepan Kravets", "KRAVIETS, Stsiapan", "a Russian and a Belarusian form of a given name"},
	} {
		if got := score(c.query, c.listed); got < 867 {
			t.Errorf("%q, %q score %s: want 0.867 or more (%s)", c.query, c.listed, got, c.reason)
		}
	}
}
