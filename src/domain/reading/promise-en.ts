/** Promises in English, folded. */
import { any } from './absence-words.ts';
import { type Grammar, or } from './promise-grammar.ts';

/** What "I will" may lead to without anything being undertaken. */
const idle = or(
  'be(?! (?:in touch|back (?:to|with|in touch)|with you|onto|on to|round|over|straight on|getting|sending|mailing|posting|calling|ringing|putting|asking|checking|reviewing|writing|sharing|following|forwarding|delivering|shipping|issuing|paying|placing|ordering|signing|confirming|able to \\p{L}+ (?:you|it|that|this)|sure to|happy to|glad to))',
  'need|want|like|love|listen|keep (?:an eye|(?:(?:the|it|that) )?[\\p{L}\\d]+ free(?! for you))|stand by|hold on|hang on|think|ponder|mull|consider|sleep|wait|miss|look forward|look(?! (?:at|into|over|through|it|after|out))|regret|admit|assume|remember|understand|know|hope|stay|remain|decline|never|not|probably|possibly|maybe|spare|believe|stop|say|wish|bet|guess|(?:raise|increase)(?= (?:\\p{L}+ )?(?:prices?|rates?|fees?))|expect|struggle|agree|disagree|stick|survive|cope|suffer|lose|win|retire|travel|drive|fly|exhibit|attend|celebrate|enjoy|benefit|prefer|welcome|use|vote|let you (?:decide|choose|be|off|get on)|shop around|close (?:this|the (?:file|case|ticket|quote|thread)|it)(?: (?:off|out|down))?|hate|kill|moan|object|complain|insist|only|require|depend|see(?! (?:to (?:it|that|this)|that|about|what i can|what we can|if|whether|how(?! (?:it|things|that|this|they|the \\p{L}+|far it) (?:go|goes|pan|pans|turn|turns|develop|develops|work|works|look|looks|play|plays)(?!\\p{L}))))|leave (?:you|(?:it|this|that|things)(?= (?:for now|there|as|at|here|until)(?!\\p{L})|$)|(?:it|that|this|the \\p{L}+) (?:up )?to you|the office)|take (?:it|them)(?= (?:at|then|for|please|as)(?!\\p{L})|$)|take (?:both|whichever|whatever|two|three|four|five|\\d+|the brochure)|find out(?= (?:at|in|soon|when|then|on|tomorrow)(?!\\p{L}))|resume|take (?:your|his|her|their) (?:word|point|advice)|go (?:ahead )?(?:with (?:the other|another|someone|somebody)|with|from)|take it from|pass(?! (?:it|this|that|on|your|them|the|you|along))|pass on (?:this|it|that|your)(?: \\p{L}+)?$|have (?:to|(?!reviewed|corrected|revised)\\p{L}{3,}ed(?! (?:you|it))|gone|left|grown|had|none|no|been|a (?:think|ponder|sleep|moan|holiday|break|baby))|a|an|the|you|he|she|it|we|they|i|there|this|that|to|of|and|or',
);
const adverb =
  '(?: (?:(?!probably|possibly|hopefully|likely|presumably|hardly|barely|unlikely|only)\\p{L}{2,14}ly|then|also|just|now|still|soon|always|do my (?:best|utmost) to|do our (?:best|utmost) to|try to|try and|make sure to|be sure to|aim to|endeavou?r to|of course|happily|be able to|either|straight away))';
const will = "(?:'ll| will| shall)";
const act = `(?!(?:${idle})(?!\\p{L}))\\p{L}+`;

const doing =
  '(?:sending|resending|mailing|e-?mailing|getting(?! (?:married|ready|there|tired|old|busy|close|on|fed|used)(?!\\p{L}))|forwarding|putting|checking|asking|chasing|drafting|preparing|setting|correcting|fixing|arranging|ordering|placing|shipping|posting|dispatching|calling|ringing|phoning|returning|booking|reviewing|looking into|sorting|passing|working|updating|finali[sz]ing|dropping|revising|writing up|typing|pulling|raising|issuing|paying|transferring|wiring|signing|scanning|uploading|sharing|copying|bringing|delivering|confirming|following up|speaking to|talking to|coming back|getting back|popping|circulating|submitting|requesting|escalating|processing|refunding|crediting|replacing|scheduling|pushing|running|taking it|handling|organi[sz]ing|investigating|adding|swapping|reissuing|redoing|amending|tidying|collecting|picking)';
/** What somebody of the house does for the reader. */
const serves =
  '(?:send|email|e-mail|mail|forward|call|ring|phone|contact|write|get back|get in touch|be in touch|be in contact|be back|reach out|let|give|bring|deliver|drop|visit|come|confirm|set|answer|reply|respond|pass|prepare|arrange|schedule|book|pick|collect|get|talk|tell|advise|follow|chase|look after|sort|install|walk|share|provide|help|meet|quote|invoice|return|supply|introduce|update|show|take you|speak|liaise|pop|text|message|ping|draft|issue|raise|credit|refund|pay|sign|cover|handle|connect|fix|demo)';
const bySomebody = `(?!(?:you|customers|clients|carrier|courier|couriers|haulier|demand|business|supplier|everyone|everybody|it|this|that|which|version|product|system|tool|module|service|update|upgrade|dhl|ups|fedex)(?!\\p{L}))\\p{L}+(?:'ll| will| is going to| are going to|'s going to|'re going to|'s gonna)${adverb}{0,1}`;
const landing =
  '(?:with you|to you|your way|over to you|back to you|across to you|in your (?:\\p{L}+ )?(?:inbox|hands?|mailbox|account|post|mail|hand|letterbox|office|system|shared folder|folder)|on your (?:desk|doormat|doorstep|account|site|loading dock)|at your (?:door|site|office|gate|warehouse)|reach you|leave (?:our|the) \\p{L}+|out (?:to you|the door|of the door))';
const given =
  '(?:sent|emailed|e-mailed|mailed|shipped|delivered|returned|forwarded|posted|paid|credited|dispatched|despatched|refunded|transferred|wired|issued|uploaded|couriered|handed over|provided|supplied|corrected|fixed|sorted|replaced|rectified|reissued|resent|signed|settled|circulated|shared|released|escalated|unlocked|cleared|prioriti[sz]ed|migrated|collected|picked up|installed|activated|set up|sorted out|submitted|raised|processed)';
const house =
  '(?:my|our) (?:(?!supplier|carrier|courier|competitor|landlord|neighbour|neighbor|bank)\\p{L}+)(?: \\p{L}+){0,2}|(?<=^|(?<!\\p{L})(?:and|then|but) )(?:the )?(?:finance|legal|accounts|procurement|purchasing|engineering|support|ops|operations|logistics|hr|it|payroll|tech team|team|office|lab|workshop|warehouse|lads)|(?:someone|somebody|one|\\p{L}+) (?:from|in|of|at) (?:my|our|the|us|finance|legal|accounts|procurement|purchasing|engineering|support|operations|sales)(?: \\p{L}+){0,2}';

/** What comes to the reader, and how; seasons and crowds come by themselves. */
const ours =
  "(?!(?:[\\p{L}'-]+ ){0,3}(?:winter|summer|spring|autumn|fall|christmas|easter|season|snow|rain|storms?|holidays?|people|visitors?|guests|crowds?|time|day|change|inflation|everyone|everybody|nobody|he|she|they|you|who|auditors?|inspectors?) )(?:[\\p{L}'-]+ ){1,6}";
const apart =
  '(?:your way|to you|over|across|through|separately|shortly|soon|asap|under separate cover|by (?:separate )?e?-?mail|in due course|right away|(?:in|by|with|via) (?:a|an|another|my|the) (?:(?:separate|second|different|next|later|new|own|follow-?up) )?(?:thread|mail|e-?mail|message|note|mailing|post|courier))';

/** People of the house, who act for it whether a time is named or not. */
const staff =
  '(?:someone|somebody|one) (?:from|in|of|at) (?:our|my|the) \\p{L}+(?: \\p{L}+)?|(?:my|our) (?:\\p{L}+ )?(?:assistant|colleague|engineers?|technicians?|fitters?|driver|team|manager|accountant|office|pa|secretary|consultant|specialist|people|installers?|director|md|ceo|cfo|boss|partner)(?: \\p{L}+)?';

export const english: Grammar = {
  undertakes: any(
    or(
      `(?:i|we|one of us)${will}${adverb}{0,2} ${act}`,
      // "ill send": the apostrophe is left out where people type with their thumbs.
      '(?:ill|well) (?:send|get|let|call|check|ring|ask|forward|drop|pop|give|have it)',
      `(?<=^|^(?:ok|okay|yes|yep|sure|great|thanks|perfect|cool|right|fine|noted|no problem) |(?<!\\p{L})(?:and|then|but|so) )(?:will|shall)${adverb}{0,2} ${act}`,
      `(?:i'm|i am|we're|we are)${adverb}{0,1} (?:going to|gonna|about to) ${act}`,
      `(?<=^|(?<!\\p{L})(?:and|then) )(?:gonna|going to) ${act}`,
      `(?:i'm|i am|we're|we are)(?: \\p{L}{2,14}ly| now| just| also| already| still)?(?: \\p{L}+ing and)? ${doing}`,
      `let me (?:just |quickly |first |go and |have )?(?:re\\p{L}+|loop|bring|pick|take|have (?:a (?:think|dig|chat|read)|someone|somebody|it|one of|my|our)|nudge|ping|prepare|arrange|organi[sz]e|sort out|rework|revise|update|correct|fix|escalate|reach out|try and|try to|check|ask|dig|find|see (?:what|if|whether|who|when|how)|look|get(?! (?:your|a (?:price|quote|figure)|the (?:final|best|drawings|figures)))|talk|speak|confirm|run|come back|take|a (?:look|word|quick|dig|rummage)|chase|sort|pull|put|verify|consult|discuss|double-?check|circle|follow|raise|work out|work on|clarify|have a (?:look|word)|speak|liaise|revert|investigate|prepare|draft|make|pass|forward|send)`,
      `consider it (?:done|sorted|sent)|word of honou?r|scout's honou?r|hand on heart|on my word|you have (?:my|our) (?:word|commitment|promise|assurance)|you can have (?:my|our|the|it|them|a|an|that)|leave (?:it|this|that|those|them|the \\p{L}+)(?: \\p{L}+)? (?:with|to) (?:me|us)|you have my word|(?<!(?:don't|not|can't) )count on|i promise|we promise|you can (?:expect|count on|rely on)|which you can expect|expect (?:it|them|our|my|the|a|an|to (?:have|hear|receive|see))|i owe you|(?:i|we) (?:hereby )?(?:commit|undertake|guarantee|pledge)|will do|(?:i'm|we're|am) on it|on the case|rest assured|mark my words|no later than .{3,25}, promise|working on it|looking into it|i've got this|it's as good as done|(?:he|she|they)'ll do it`,
      `(?:signed copy|[\\p{L}']+(?: \\p{L}+)?)(?:'s| is| are) (?:coming|heading|on its way|on their way) (?:your way|over|to you)`,
      `you(?:'ll| will| shall|'re going to| are going to)${adverb}{0,1} (?:have(?! (?:to|noticed|seen|heard|had|read|received|guessed|already|a great|fun|the chance|access to all))|get(?! (?:used|lost|the hang))|receive|hear|be (?:getting|receiving|hearing|sent))`,
      `${bySomebody} ${serves}(?: [\\p{L}',-]+){0,8} you(?:r|rs)?`,
      `(?:is|are|'s) ${doing}(?: [\\p{L}'-]+){0,6} (?:to|for|with) (?:you|your \\p{L}+)`,
      `(?:is|are|'s) (?:calling|ringing|phoning|emailing|contacting|visiting|sending|getting back to) you`,
      `(?<=^|^and |^just )${doing} .{0,40}(?:now|shortly|asap|over|across|straight away|right away|soon|as we speak|to you|you)`,
      'what (?:i|we) can do is',
      `^(?:and |ok,? |then )?${ours}(?:to follow|(?:is|are|'s) (?:coming|heading|on (?:its|their) way|winging its way))(?: ${apart})*(?=$| (?:as soon as|once|when))`,
      // "Intro coming in a separate thread": without its verb only where it is said how it comes.
      `^(?:and |ok,? |then )?${ours}(?:coming|heading|following|landing|incoming|on (?:its|their) way)(?: ${apart})+(?=$)`,
      `(?:${staff})(?:'ll| will| is going to| are going to|'s going to) ${act}`,
      `(?:${staff})(?:'ll| will) be (?:on[- ]site|there|with you|round|along|out)`,
      "(?:someone|somebody|one of (?:us|our \\p{L}+|the \\p{L}+))(?:'ll| will) be (?:round|over|along|out|with you|in touch)|(?<=^)on it(?=$)",
      `(?:i|we|i'll|we'll) (?:make a point of|see to it|make sure|have you covered)`,
    ),
  ),
  whenTimed: any(
    or(
      `(?:i|we) can(?: then| also| certainly| definitely)? ${act}`,
      'should have (?:it|this|that|them|\\p{L}+)(?: \\p{L}+){0,5} (?:to|with) you',
      `(?:happy|glad|pleased) to (?:return|send|share|do|get|sign|provide|deliver|confirm|have)(?!.* if )`,
      `(?:'ll|will|shall|'s going to|going to|to)? ?(?:be |land |arrive |come |go |get |sit )?${landing}`,
      `(?:on its|on their) way|in the (?:post|mail)|go(?:es|ing)? (?:out|across|over|off|through)|leav(?:es|ing) (?:us|here|our \\p{L}+|the (?:\\p{L}+))|ships?(?: out)?|landing with`,
      `(?:follows?|to follow|following)`,
      `(?:will|\\p{L}+'ll|\\p{L}+'s|is|are|is being|are being|is to|are to|is going to|are going to|gets?)(?: \\p{L}+ly| then| all)? (?:be(?:ing)? )?${given}`,
      `(?:${house})(?:'ll| will| is going to| are going to|'s going to) ${act}`,
      `(?:${house}) (?:signs?|pays?|sends?|brings?|delivers?|ships?|calls?|rings?|finali[sz]es?|is ${doing}|are ${doing})`,
      `(?<=^|(?<!\\p{L})(?:and|then|just|now) |- )${doing}`,
      `(?:from|by) (?:me|us)|from (?:our|my) (?!supplier|landlord|competitor|old|last)\\p{L}+|(?:i|we) report back|on (?:our|my) end`,
      `(?<!as |i'd |you |he |she |they |we |i )promised?(?=$)`,
      `(?:will|\\p{L}+'ll) be (?:ready|finished|complete|available|good to go|signed off)(?: for you| to (?:go|collect|view|sign|ship))?`,
      "your (?:[\\p{L}'-]+ ){1,4}(?:(?:will|\\p{L}+'ll) be|is|are|is going|are going|goes?) (?:\\p{L}+ly )?(?:live|active|activated|up and running|up|enabled|online|open|in place|switched on|usable|set)",
      '(?:goes?|going|will be|be) live for you',
      '(?:engineers?|technicians?|fitters?|installers?|driver|crew|electrician|plumber|van) (?:is|are)(?: \\p{L}+ly)? (?:booked|scheduled|pencilled|lined up|due)|(?:po|quote|contract|order|invoice|payment|draft|proposal|answer|samples?|parts|shipment|pallets?|delivery) (?:lands?|drops?|arrives?)',
      `(?:\\p{L}+'s|is|are) going (?:in|into|on|out|off)(?: to)? (?:\\p{L}+'s (?:van|lorry|truck|post|run)|the|a|today|tonight|tomorrow)|yours(?= (?:by|on|before|tomorrow|today|tonight|this|next|within))|you can (?:collect|pick)|i aim to|(?:i|we) (?:plan|intend|aim) to (?:send|get|have|deliver|ship|sign|pay|return|revert|issue|finali[sz]e|submit|circulate|confirm)`,
      `(?:i|we) (?:pay|send|ship|deliver|sign|order|return)`,
      `(?<=^(?:(?:the|your|our|my|a|an|and|signed|revised|updated|final|full|new|formal|more|further|corrected) ){0,3})(?!.* (?:is|are|was|were|has|had|have|did|does)(?!\\p{L}))(?:redlines?|changes|comments|edits|mark-?up|amendments|figures|version|sketch|layout|specs?|certificates?|paperwork|forms?|mock-?up|estimate|calculations?|schedule|minutes|quote|answer|draft|contract|invoice|po|nda|proposal|numbers|figures|update|reply|feedback|response|decision|list|copy|drawings|samples?|report|deck|slides|details|dates|pricing|prices) (?:(?:coming|landing) )?(?:(?:back|over|out|across|signed|up|in|ready|done) )?(?:by|before|on|tomorrow|today|tonight|no later|first thing|within|end of|cob|eod|mon|tue|wed|thu|fri)`,
      `back (?:to you|at you|in touch|with (?:an answer|you|something|the \\p{L}+|a \\p{L}+))`,
    ),
  ),
  unless: any(
    or(
      "(?:i|we|you|he|she|they|it)'d|would|could|should|might|(?:i|we|you|he|she|they|it) may|must|hopefully|ideally|perhaps|maybe|possibly|wish",
      "attached|enclosed|herewith|please find|find (?:it |the \\p{L}+ )?(?:attached|enclosed|below)|won't be able|unable to|can't|cannot|couldn't|didn't|wasn't|weren't",
      'please(?! (?:note|be assured|expect|rest))|(?:asked|want|need|like) you to|remind you|why (?:i|we)(?:.m|.re| am| are)?|we can (?:speak|talk|look at|meet|catch up|discuss|revisit|reconvene|pick)|was sent|were sent|was due|was meant|wanted to|(?<!i |we )(?:was|were) going to',
    ),
  ),
  past: any(
    "as (?:agreed|requested|discussed)(?=$)|(?:i|we|you|he|she|they|it|have|has|had|'ve|was|were|got|already)(?: already| just| since| all| both)? (?:sent|popped|dropped|stuck|posted|shipped|mailed|emailed|forwarded|left|gave|passed|handed|put|paid|brought|delivered|returned|went|came|arrived|landed|received|got|given|gone|come|been|done)|(?:till|until|by the time) (?:[\\p{L}']+ ){0,4}(?:is|are|has|have|that's|it's)|which means",
  ),
  unlessAfter: false,
  condition: any(
    "(?:^|(?<=[,;:.(-] ?)|(?<=(?<!\\p{L})(?:and|but|so|then|because|ok|well|actually) ))(?:if(?! (?:not|so|anything))|in case|unless|provided|assuming|should (?:you|the|they|he|she|it|anything))(?! (?:i|we) (?:don't|haven't))|if you(?:'ll)? (?:sign|order|commit|book|buy|place|take|go ahead|decide|pay|accept|agree)",
  ),
  bargain: any(
    "you|your|yours|you're|prices?|rates?|terms|discount|budget|money|fund(?:s|ing)|offer|quote|deal|help\\p{L}*|useful|convenient|interested|possible|better|i could|we could|up to me",
  ),
  byDefault: any(
    "unless (?:i|we|you) (?:hear|hears|get|tell|say|object|shout|stop)|unless (?:something|anything|there)|if (?:i|we) (?:don't|haven't|can't|cannot|miss|get no)|if (?:nothing|all|everything|no one|nobody)|if (?:he|she|they|that|it) (?:doesn't|don't|isn't|hasn't|haven't|fails?)|should anything|otherwise",
  ),
  notIn: any(
    or(
      "(?:i|we) hope|hopefully|hoping|not (?:sure|certain|convinced|confident)|(?:don't|doubt|do not) (?:think|know|believe|expect|see)(?: that| if| whether| how)? (?:we|i|it)|doubt (?:that )?(?:we|i|it)|fingers crossed|with (?:any|a bit of|some) luck|i wish|wish i|(?:i|we)'d (?:love|like)|would love|in theory|might (?:be able|get)|may be able|(?:can't|cannot|won't|don't want to|couldn't) promise|no promises|can't guarantee|should be (?:possible|able|fine|there)|touch and go|if it were|i gather|i understand (?:that )?(?:the|our|they|he|she)|(?:i'm|i am|we're|we are) told",
      "(?:he|she|they|who|supplier|carrier|courier|surveyor|landlord|agent|vendor|manufacturer|forwarder|architect|agency|bank|insurer|legal|bloke|chap|tracking) (?:says?|said|tells? (?:me|us)|told|reckons?|claims?|insists?|swears?|promises?|promised|thinks?)|(?:you|he|she|they|who|had|have|who'd|was|did|i did) (?:said|promised?|told|swore|agreed)|so (?:he|she|they) (?:tells?|says?|said)|apparently|supposedly|allegedly|according to|rumou?r has|we were (?:told|promised|going to)|i was (?:told|promised|going to)|it was agreed",
      'every(?:one|body) (?:who|that|in)|newsletter|automatic(?:ally)?|anyone|anybody|whoever|(?:any|all|every|each) (?:customers?|clients?|orders?|members?|subscribers?)|those who|usually|(?:our|the) (?:policy|rule|practice) (?:is|here)|(?:nice|good|great|glad|happy|pleased|delighted|lovely) (?:to (?:hear|see|read|know)|that)|(?:i|we)(?:.ll| will|.d| would)? (?:understand|assume|gather|presume|expect|take it|trust)(?: that)? (?:you|your \\p{L}+|the \\p{L}+|it)|(?:my|our) (?:understanding|assumption|expectation) is|always (?:pay|ship|send|answer|reply|settle|get)|normally|typically|generally|as a rule|on average|tends? to',
      "if (?:we|i)(?: ever)? (?:need|want|require|fancy|change)|if you(?:'d| would)? (?:like|want|wish|prefer|send|tell|give|ever|fancy|could|can)|(?:you|they) (?:said|promised|were going to)|let me know (?:if|when|which|what|by|whether|how)",
      'you will love|will need to|(?:prices?|rates?|fees?) (?:will )?(?:go|rise|increase)',
    ),
  ),
};
