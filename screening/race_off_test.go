//go:build !race

package screening_test

const raceDetector = false
