package script

// ethiopicVowels are the vowels of the eight orders of the syllabary. The
// sixth is written e or i or not at all, so the reading leaves it out, and
// says so by VowelsPartial.
var ethiopicVowels = [8]string{"e", "u", "i", "a", "e", "", "o", "wa"}

// readEthiopic appends the BGN/PCGN reading.
func readEthiopic(dst []byte, word string) []byte {
	for _, r := range word {
		if r < 0x1200 || r > 0x135F {
			continue
		}
		row, order := r&^7, r&7
		for _, c := range ethiopicTable.from(row) {
			dst = append(dst, c.latin...)
			v := ethiopicVowels[order]
			switch {
			case order == 0 && c.ctx&isLaryngeal != 0:
				v = "a"
			case c.latin == "" && order == 5:
				v = "i" // a bare carrier is a vowel, or there was no need to write it
			case order == 7 && c.latin == "":
				v = "a"
			}
			dst = append(dst, v...)
		}
	}
	return dst
}
