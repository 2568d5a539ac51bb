package synth

import "strings"

// word is a word in the romanisation that a list files a party under, in
// another one, and in its own script; native is empty where that is Latin.
type word struct{ latin, other, native string }

// words reads a table of words: "latin", "latin/other", "latin=native" or
// "latin/other=native", with blanks between them, the most frequent first.
func words(table string) []word {
	var out []word
	for f := range strings.FieldsSeq(table) {
		latin, native, _ := strings.Cut(f, "=")
		latin, other, ok := strings.Cut(latin, "/")
		if !ok {
			other = latin
		}
		out = append(out, word{latin, other, native})
	}
	return out
}

// tongue is how people and firms of one part of the world are called.
type tongue struct {
	script string // ISO 15924, of native
	share  int    // of 100 parties
	given  string
	heads  string // syllables of a coined word
	middle string
	tails  string
	states string // ISO 3166-1 codes, the likeliest first
}

const (
	russian = iota
	arabic
	persian
	spanish
	chinese
	korean
	western
)

var tongues = [...]tongue{
	russian: {
		script: "Cyrl", share: 20, states: "RU UA BY KZ",
		given: `aleksandr/alexander=александр sergei/sergey=сергей vladimir=владимир andrei/andrey=андрей dmitri/dmitry=дмитрий alexei/aleksey=алексей igor/ihor=игорь
			yuri/yury=юрий oleg/oleh=олег viktor/victor=виктор mikhail=михаил nikolai/nikolay=николай evgeny/yevgeniy=евгений pavel=павел konstantin=константин roman=роман
			anatoly/anatoliy=анатолий boris=борис valery/valeriy=валерий vasily/vasiliy=василий gennady/gennadiy=геннадий denis=денис ivan=иван kirill=кирилл leonid=леонид
			maxim/maksim=максим oksana=оксана olga=ольга natalia/nataliya=наталья elena/yelena=елена irina=ирина tatiana/tatyana=татьяна svetlana=светлана ruslan=руслан
			stanislav=станислав timur=тимур fyodor/fedor=фёдор eduard=эдуард artyom/artem=артём rinat=ринат`,
		heads:  `ka=ка bo=бо ku=ку mo=мо pe=пе so=со go=го vo=во ro=ро li=ли ma=ма ba=ба do=до zhu/ju=жу tsa/ca=ца shi=ши che=че kho/ho=хо be=бе sa=са ya/ia=я te=те ze=зе gra=гра kri=кри sta=ста pro=про`,
		middle: `ra=ра lo=ло ni=ни ma=ма ke=ке ve=ве ly/li=лы ri=ри sha=ша cha=ча do=до mi=ми ty/ti=ты khi/hi=хи no=но la=ла`,
		tails:  `nov=нов rov=ров lin=лин kin=кин nko=нко vsky/vskiy=вский tsev/cev=цев yev/ev=ев khin/hin=хин lyuk/liuk=люк chuk=чук din=дин shov/schov=шов gin=гин`,
	},
	arabic: {
		script: "Arab", share: 25, states: "SY IQ LB YE LY AE SD",
		given: `muhammad/mohammed=محمد ahmad/ahmed=أحمد ali/aly=علي hassan/hasan=حسن hussein/husayn=حسين ibrahim/ebrahim=إبراهيم khalid/khaled=خالد omar/umar=عمر yusuf/yousef=يوسف
			mahmoud/mahmud=محمود abdallah/abdullah=عبدالله mustafa/moustafa=مصطفى saleh/salih=صالح samir/sameer=سمير tariq/tarek=طارق walid/waleed=وليد nasser/nasir=ناصر jamal/gamal=جمال
			fadi/fady=فادي bassam/basam=بسام adnan=عدنان mazin/mazen=مازن rami/ramy=رامي ziad/ziyad=زياد issam/isam=عصام faisal/faysal=فيصل qasim/kassem=قاسم hamid/hameed=حميد
			salim/saleem=سليم jihad/gihad=جهاد imad/emad=عماد marwan=مروان bilal/belal=بلال fatima/fatimah=فاطمة samira/sameera=سميرة layla/leila=ليلى`,
		heads:  `ba=ب ha=ح sha=ش qa/ka=ق za=ز ma=م na=ن ja/ga=ج ra=ر da=د fa=ف ta=ت sa=س ka=ك wa=و gha/ga=غ kha=خ hu=ح ju=ج mu=م su=س`,
		middle: `ra=ر wi/wee=وي la=لا ma=ما bi=بي sh=ش di/dee=دي ha=ها ri=ري ya=يا m=م b=ب dd/d=د rr/r=ر ki=كي fi=في`,
		tails:  `ri=ري di=دي ni=ني mi=مي wi/oui=وي ri=ري rah=رة bi=بي shi=شي m=م n=ن d=د qi/ki=قي fi=في li=لي`,
	},
	persian: {
		script: "Arab", share: 15, states: "IR AF",
		given: `mohammad/muhammad=محمد ali=علی reza=رضا hossein/hosein=حسین mehdi/mahdi=مهدی hassan/hasan=حسن amir=امیر saeed/said=سعید majid/majeed=مجید hamid=حمید
			masoud/massoud=مسعود ahmad=احمد mahmoud/mahmood=محمود behrouz/behruz=بهروز farhad=فرهاد kamran=کامران bahram=بهرام siavash/siyavash=سیاوش mohsen/muhsin=محسن
			davoud/davood=داوود esmail/ismail=اسماعیل gholam/qolam=غلام javad/jawad=جواد karim=کریم naser/nasser=ناصر parviz=پرویز rahim=رحیم shahram=شهرام`,
		heads:  `ka=کا ra=را sho/shu=شو ba=با mo/mu=م kho/khu=خو fa=ف go=گو na=نا sa=سا za=ز do=دو ta=ت ha=ها pa=پا ja=جا ma=ما de=د`,
		middle: `ri=ری ha/hha=ها la=ل mi=می ba=با de=ده ka=کا shi=شی r=ر z=ز go=گ fa=ف ni=نی`,
		tails:  `zadeh/zada=زاده pour/pur=پور nejad/nezhad=نژاد i/ee=ی ian/yan=یان vand=وند far=فر doust/dust=دوست abadi=آبادی kia=کیا`,
	},
	spanish: {
		share: 20, states: "CO MX VE CU NI PA",
		given: `jose maria luis carlos juan jorge miguel francisco jesus antonio rafael pedro manuel alejandro ricardo fernando roberto eduardo oscar hector raul sergio
			mario victor julio cesar alberto enrique gloria ana claudia sandra patricia martha luz diana jaime gustavo hernando ignacio guillermo`,
		heads:  `ca ba sa ma lo go pe ro me ve ca/ka de fi gu ji/gi la na o ra to u va za/sa ar es al val bel cor mon`,
		middle: `la ra ri mi no de te ro sa ve ndo lla/ya ca qui/ki ña/na mbe rre`,
		tails:  `rez/res nez/nes dez/des goza/gosa rana llo/yo lez/les ro do na ta no veda rtes/rtez zuela/suela`,
	},
	chinese: {
		script: "Hans", share: 8, states: "CN HK TW SG",
		given: `wei=伟 ming=明 jun/chun=军 hua=华 xiao/hsiao=晓 jian/chien=建 guo/kuo=国 ping/p'ing=平 li=丽 jing/ching=静 yong/yung=勇 feng=峰 dong/tung=东 qiang/chiang=强 bo/po=波
			hong/hung=红 yan/yen=燕 lei=磊 chao/ch'ao=超 gang/kang=刚 hui=辉 cheng=成 zhi/chih=志 wen=文 hai=海 xin/hsin=新 long/lung=龙 qing/ching=青`,
		heads:  `wang=王 li/lee=李 zhang/chang=张 liu=刘 chen=陈 yang=杨 huang=黄 zhao/chao=赵 wu=吴 zhou/chou=周 xu/hsu=徐 sun=孙 ma=马 zhu/chu=朱 hu=胡 guo/kuo=郭 he/ho=何 lin=林 gao/kao=高 luo/lo=罗`,
		middle: `xing/hsing=兴 da/ta=大 tai/t'ai=泰 yuan=远 jin/chin=金 sheng=盛 bao/pao=宝 tong/t'ung=通 rui/jui=瑞 heng=恒 fu=福 kang/k'ang=康 ding/ting=鼎 zhong/chung=中 bei/pei=北 nan=南`,
		tails:  `yang=洋 da/ta=达 tai=泰 feng=丰 hai=海 sheng=胜 long/lung=隆 yun=运 chang/ch'ang=昌 yuan=源`,
	},
	korean: {
		script: "Hang", share: 7, states: "KP KR",
		given: `chol/cheol=철 su/soo=수 yong/young=영 ho=호 song/seong=성 nam=남 il=일 myong/myung=명 hyok/hyuk=혁 chun/jun=준 kwang/gwang=광 sok/seok=석 jong/chong=정 hak=학
			chan=찬 gyong/kyung=경 un/eun=은 in=인 sang=상 guk/kuk=국 won=원 tae/dae=대 min=민 hui/hee=희`,
		heads:  `kim/gim=김 ri/lee=이 pak/park=박 choe/choi=최 chong/jung=정 kang/gang=강 cho/jo=조 yun/yoon=윤 chang/jang=장 im/lim=임 han=한 o/oh=오 so/seo=서 sin/shin=신 kwon/gwon=권`,
		middle: `tae/dae=대 dong/tong=동 paek/baek=백 mi=미 sam=삼 hae=해 kwang/gwang=광 myong/myung=명 chon/cheon=천 pyong/byong=병 ko/go=고 ryong/yong=룡 na=나 um/eum=음`,
		tails:  `san=산 gang/kang=강 song/seong=성 won=원 hung/heung=흥 chang/jang=장 bong/pong=봉 ju=주 do=도`,
	},
	western: {
		share: 5, states: "GB TR CY MT CH ZA",
		given:  `peter john michael/mikael thomas/tomas stephen/steven george david paul martin/martijn andreas/andrew mehmet/mehmed mustafa/moustapha yannis/ioannis christos/khristos joseph/josef marco/marko luca/luka franz/frans nikos/nicos`,
		heads:  `har bran wil kar sten mul ber al ros hol yil/yel de van mc/mac pa the kon ev gri tor wen`,
		middle: `ri der ga man ko lo mi ne so la tha be do`,
		tails:  `son/sen mann/man ley oglu/oglou poulos idis/ides ers ton berg/burg ella sson wick`,
	},
}

// The tables of firms.
const (
	// business words, the most frequent first; what stands after "/" is another
	// way of writing it.
	businessWords = `trading shipping general/gen company international/intl industrial/industries oil petroleum group investment services/svcs construction engineering marine import/imp export/exp
		transport/transportation logistics energy holding/holdings development technology/technologies commercial steel petrochemical chemical/chemicals aviation bank exchange electronics foundation
		management maritime bunkering lines tankers gas power mining textile foodstuff/foods contracting trust agency insurance finance/financial machinery materials cement tobacco agriculture/agricultural
		fishery/fisheries real estate security systems supply production research institute factory organization/organisation bureau establishment enterprise/enterprises association society charity`
	legalForms = `ltd/limited llc/l.l.c. co/company inc/incorporated sa/s.a. gmbh fze corp/corporation plc jsc/j.s.c. ooo/llc sarl/s.a.r.l. bv/b.v. ag srl/s.r.l. fzco/fzc pjsc/pao oao/ojsc`
	places     = `middle/mid east/eastern gulf/persian asia/asian global/world caspian damascus tehran/teheran dubai beirut/beyrouth moscow crimea/crimean pyongyang shanghai caracas havana tripoli baghdad
		northern southern national united pacific orient/oriental`
)

// The tables of ships.
const (
	shipWords = `star ocean sea pearl glory lady gulf queen fortune sky golden/gold blue silver spirit dream hope eagle sun moon wind captain princess king dolphin falcon lion rose jasmine victory
		liberty unity pioneer breeze horizon coral amber diamond crystal grace harmony aurora phoenix neptune atlas titan swift brave bright wave sunrise fountain garden harbour island mountain river bay venture enterprise legend vision courage champion pilot mariner voyager trader carrier express`
	shipTypes = `tanker bulk-carrier general-cargo container chemical-tanker lpg-tanker products-tanker ro-ro tug fishing-vessel`
)

// A state with what ships of its flag bear.
type flagState struct{ code, name, mid, call string }

// flagStates are states under whose flags many ships sail. Maritime
// Identification Digits: ITU, Table of MIDs; call signs: ITU Radio Regulations,
// Appendix 42.
var flagStates = [...]flagState{
	{"PA", "Panama", "354", "H3"}, {"IR", "Iran", "422", "EP"}, {"LR", "Liberia", "636", "A8"}, {"MH", "Marshall Islands", "538", "V7"},
	{"RU", "Russia", "273", "UB"}, {"MT", "Malta", "248", "9H"}, {"CN", "China", "412", "BP"}, {"KP", "Korea, North", "445", "HM"},
	{"TZ", "Tanzania", "677", "5I"}, {"KM", "Comoros", "620", "D6"}, {"GA", "Gabon", "626", "TR"}, {"CK", "Cook Islands", "518", "E5"},
	{"PW", "Palau", "511", "T8"}, {"VN", "Vietnam", "574", "3W"}, {"CY", "Cyprus", "209", "5B"}, {"TG", "Togo", "671", "5V"}, {"SL", "Sierra Leone", "667", "9L"},
}

// stateNames are the names of the states of tongues, by code.
var stateNames = map[string]string{
	"RU": "Russia", "UA": "Ukraine", "BY": "Belarus", "KZ": "Kazakhstan", "SY": "Syria", "IQ": "Iraq", "LB": "Lebanon", "YE": "Yemen", "LY": "Libya",
	"AE": "United Arab Emirates", "SD": "Sudan", "IR": "Iran", "AF": "Afghanistan", "CO": "Colombia", "MX": "Mexico", "VE": "Venezuela", "CU": "Cuba",
	"NI": "Nicaragua", "PA": "Panama", "CN": "China", "HK": "Hong Kong", "TW": "Taiwan", "SG": "Singapore", "KP": "Korea, North", "KR": "Korea, South",
	"GB": "United Kingdom", "TR": "Turkey", "CY": "Cyprus", "MT": "Malta", "CH": "Switzerland", "ZA": "South Africa",
}

// programmes are the programmes of measures; they exist nowhere.
const programmes = `SYNTH-A SYNTH-B SYNTH-C SYNTH-D SYNTH-E SYNTH-F SYNTH-G SYNTH-H SYNTH-I SYNTH-J SYNTH-K SYNTH-L`
