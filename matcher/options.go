package matcher

// Options are the weights of a comparison. What changes a score stands here,
// so that a stored result can say by what it was judged. The zero Options is
// not useful: start from DefaultOptions.
//
// Factors are thousandths of the weight of the tokens concerned.
type Options struct {
	Extra         Score `json:"extra"`         // a token of the query that the listed name lacks, persons and firms
	Missing       Score `json:"missing"`       // a token of the listed name that the query lacks, persons and firms
	Contradiction Score `json:"contradiction"` // on top of both, for the lesser of the two sums: other words, not fewer
	OtherWord     Score `json:"other_word"`    // taken off besides, for a whole word of a person's or a firm's name that is another one
	ShipWord      Score `json:"ship_word"`     // a word that one ship's name has and the other lacks
	ShipNumber    Score `json:"ship_number"`   // a number that one ship's name has and the other lacks
	ShipOrder     Score `json:"ship_order"`    // taken off a ship's name in another order
	Order         Score `json:"order"`         // taken off a person's or a firm's name in another order
	SisterCap     Score `json:"sister_cap"`    // most that ships' names with different numbers score
	CommonCap     Score `json:"common_cap"`    // most that names score of which only common words agree
}

// DefaultOptions returns the options that the bars of the evaluation are met
// with: see the README's section for developers.
func DefaultOptions() Options {
	return Options{
		Extra:         550,
		Missing:       500,
		Contradiction: 1700,
		OtherWord:     650,
		ShipWord:      1800,
		ShipNumber:    600,
		ShipOrder:     150,
		Order:         30,
		SisterCap:     600,
		CommonCap:     630,
	}
}
