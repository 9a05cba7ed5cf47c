package org.pixelanon.workbench.signs;

import org.openide.util.NbBundle.Messages;
import org.pixelanon.review.item.FileSign;

/** Names of the signs of files, the same in every view. */
@Messages({
    "SIGN_Unreadable=cannot be shown",
    "SIGN_CopyFailed=copy failed",
    "SIGN_Withheld=copy withheld",
    "SIGN_Tagged=tagged",
    "SIGN_NotSearched=not searched",
    "SIGN_PartlySearched=partly searched",
    "SIGN_Searched=searched, undecided",
    "SIGN_Decided=decided, not done",
    "SIGN_Done=done",
    "SIGN_Exported=exported"
})
public final class SignWords {

    private SignWords() {}

    /**
     * The name of a sign.
     *
     * @param sign the sign
     * @return lower case, without a full stop
     */
    public static String of(FileSign sign) {
        return switch (sign) {
            case UNREADABLE -> Bundle.SIGN_Unreadable();
            case COPY_FAILED -> Bundle.SIGN_CopyFailed();
            case WITHHELD -> Bundle.SIGN_Withheld();
            case TAGGED -> Bundle.SIGN_Tagged();
            case NOT_SEARCHED -> Bundle.SIGN_NotSearched();
            case PARTLY_SEARCHED -> Bundle.SIGN_PartlySearched();
            case SEARCHED -> Bundle.SIGN_Searched();
            case DECIDED -> Bundle.SIGN_Decided();
            case DONE -> Bundle.SIGN_Done();
            case EXPORTED -> Bundle.SIGN_Exported();
        };
    }
}
